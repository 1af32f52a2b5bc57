package se.tjanstenav.catalog.search;

import java.util.List;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.engine.backend.types.dsl.IndexFieldTypeFactory;
import org.hibernate.search.engine.backend.types.dsl.StringIndexFieldTypeOptionsStep;
import org.hibernate.search.mapper.pojo.bridge.TypeBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.TypeBridgeWriteContext;
import se.tjanstenav.catalog.Facet;

/** Tells Hibernate Search about {@link IndexedFields}: which there are, and how each is analysed. */
final class ServiceBinder implements TypeBinder, TypeBridge<IndexedService> {

    private static final List<String> SUGGESTED = List.of(IndexedFields.NAME, IndexedFields.KEYWORDS);

    @Override
    public void bind(TypeBindingContext context) {
        context.dependencies().useRootOnly();
        IndexSchemaElement schema = context.indexSchemaElement();
        for (Facet facet : Facet.values()) {
            schema.field(facet.code(), type -> type.asString().aggregable(Aggregable.YES))
                    .multiValued()
                    .toReference();
        }
        schema.field(IndexedFields.ID, type -> type.asString().sortable(Sortable.YES))
                .toReference();
        schema.field(IndexedFields.AREA, type -> type.asString()).multiValued().toReference();
        schema.field(IndexedFields.WORKING_DAYS, type -> type.asDouble().sortable(Sortable.YES))
                .toReference();
        schema.field(IndexedFields.CHANGED_AT, type -> type.asLong().sortable(Sortable.YES))
                .toReference();
        for (SearchLanguage language : SearchLanguage.values()) {
            IndexedFields.TEXTS.forEach(text -> schema.field(language.field(text), type -> text(type, language, text))
                    .multiValued()
                    .toReference());
        }
        schema.field(IndexedFields.SPELLING, type -> type.asString()
                        .analyzer(SearchLanguage.OTHER.analyzer())
                        .projectable(Projectable.YES))
                .multiValued()
                .toReference();
        for (SearchLanguage language : SearchLanguage.SORTABLE) {
            schema.field(
                            language.field(IndexedFields.SORT),
                            type -> type.asString().searchable(Searchable.NO).sortable(Sortable.YES))
                    .toReference();
        }
        context.bridge(IndexedService.class, this);
    }

    /** Names and keywords are kept to be suggested; all else that is shown comes from the store. */
    private static StringIndexFieldTypeOptionsStep<?> text(
            IndexFieldTypeFactory type, SearchLanguage language, String text) {
        StringIndexFieldTypeOptionsStep<?> analysed =
                type.asString().analyzer(language.analyzer()).searchAnalyzer(language.searchAnalyzer());
        return SUGGESTED.contains(text) ? analysed.projectable(Projectable.YES) : analysed;
    }

    @Override
    public void write(DocumentElement document, IndexedService indexed, TypeBridgeWriteContext context) {
        IndexedFields.of(indexed).forEach((field, values) -> values.forEach(value -> document.addValue(field, value)));
    }
}
