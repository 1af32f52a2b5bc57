package se.tjanstenav.routes.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;

/** Lucene as it comes: one field, {@link SwedishAnalyzer} and BM25, any of the words. */
final class LuceneBaseline implements Finder {

    private static final String TEXT = "text";
    private static final String ID = "id";

    private final SwedishAnalyzer analyzer = new SwedishAnalyzer();
    private final IndexSearcher searcher;

    LuceneBaseline(List<Service> services) {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (Service service : services) {
                    Document document = new Document();
                    document.add(new StoredField(ID, service.id().value()));
                    document.add(new TextField(TEXT, Texts.of(service), Field.Store.NO));
                    writer.addDocument(document);
                }
            }
            searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "Lucene SwedishAnalyzer, BM25";
    }

    @Override
    public List<ServiceId> find(Question question) {
        Query query = new QueryBuilder(analyzer).createBooleanQuery(TEXT, question.text());
        List<ServiceId> found = new ArrayList<>();
        if (query == null) {
            return found;
        }
        try {
            for (ScoreDoc hit : searcher.search(query, DEPTH).scoreDocs) {
                found.add(
                        new ServiceId(searcher.storedFields().document(hit.doc).get(ID)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
