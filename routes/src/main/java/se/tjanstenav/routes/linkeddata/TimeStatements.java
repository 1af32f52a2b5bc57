package se.tjanstenav.routes.linkeddata;

import java.math.BigDecimal;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.ProcessingTime;

/** Says how long a service takes: once in CPSV-AP's terms, and as it was measured in the hub's own. */
final class TimeStatements {

    private final Codes codes;

    TimeStatements(Codes codes) {
        this.codes = codes;
    }

    void say(Statements out, Node self, List<ProcessingTime> times) {
        Durations.of(times, time -> time.channel() == null)
                .ifPresent(duration -> out.value(self, "cv:processingTime", duration, XSDDatatype.XSDduration));
        times.forEach(time -> out.link(self, "tn:processingTime", time(out, self, time)));
    }

    Node time(Statements out, Node self, ProcessingTime time) {
        Node said = Iris.part(self, "time", time);
        out.is(said, "tn:ProcessingTime")
                .value(said, "tn:value", time.value().toPlainString(), XSDDatatype.XSDdecimal)
                .value(said, "tn:upTo", plain(time.upTo()), XSDDatatype.XSDdecimal)
                .value(said, "tn:duration", Durations.of(time), XSDDatatype.XSDduration)
                .text(said, "tn:caseType", time.caseType())
                .value(said, "tn:sampleSize", time.sampleSize(), XSDDatatype.XSDinteger)
                .day(said, "tn:periodFrom", time.periodFrom())
                .day(said, "tn:periodTo", time.periodTo())
                .day(said, "tn:asOf", time.asOf())
                .text(said, "tn:note", time.note());
        codes.link(out, said, "tn:kind", "timeKind", time.kind());
        codes.link(out, said, "tn:statistic", "statistic", time.statistic());
        codes.link(out, said, "tn:unit", "unit", time.unit());
        codes.link(out, said, "tn:startEvent", "caseEvent", time.startEvent().code());
        codes.link(out, said, "tn:endEvent", "caseEvent", time.endEvent().code());
        codes.link(out, said, "tn:channelType", "channelType", time.channel());
        return said;
    }

    static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
