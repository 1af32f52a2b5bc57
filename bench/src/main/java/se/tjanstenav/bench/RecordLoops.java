package se.tjanstenav.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.springframework.util.FileSystemUtils;
import se.tjanstenav.bench.Volume.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.mapping.CodeLists;
import se.tjanstenav.connectors.mapping.Contributions;
import se.tjanstenav.connectors.mapping.Mapping;
import se.tjanstenav.connectors.mapping.RecordContext;
import se.tjanstenav.connectors.mapping.RecordMapper;
import se.tjanstenav.connectors.tree.JsonRecords;
import se.tjanstenav.connectors.tree.TreeDigest;
import se.tjanstenav.connectors.tree.TreePointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is done with each record of a page on its way from the agency, one step at a time, for JMH. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(RecordLoops.RECORDS)
public class RecordLoops {

    static final int RECORDS = 500;

    private static final Agency AGENCY = Agency.PENSIONSMYNDIGHETEN;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<@Nullable Object> trees = new ArrayList<>();
    private byte[] page = {};
    private TreePointer records = TreePointer.parse("");
    private @Nullable RecordMapper mapper;

    /** Makes one page as the agency's stub would send it, and reads its records. */
    @Setup
    @SuppressWarnings("unchecked")
    public void makePage() throws IOException {
        Path files = Files.createTempDirectory("bench-loops");
        try {
            new Volume(files).write(AGENCY, RECORDS, 0);
            page = Files.readAllBytes(
                    files.resolve("agencies").resolve(AGENCY.id()).resolve("1.json"));
        } finally {
            FileSystemUtils.deleteRecursively(files);
        }
        JsonNode feed = Volume.feed(AGENCY);
        records = TreePointer.parse(feed.at("/response/records").asString());
        mapper = new RecordMapper(
                Mapping.compile(feed.at("/mapping/expression").asString()),
                new Contributions(new AgencyId(AGENCY.id()), Set.of()),
                new CodeLists(JSON.convertValue(Volume.codeLists(AGENCY), Map.class)),
                JSON.convertValue(feed.at("/mapping/defaults"), Map.class));
        try (JsonRecords read = new JsonRecords(new ByteArrayInputStream(page), records)) {
            while (read.advance()) {
                trees.add(read.current());
            }
        }
    }

    /** The floor: the library that reads JSON, and nothing else. */
    @Benchmark
    public JsonNode parsed() {
        return JSON.readTree(page);
    }

    /** As the hub reads a page: bounded, strict, one record at a time. */
    @Benchmark
    public void read(Blackhole hole) {
        try (JsonRecords read = new JsonRecords(new ByteArrayInputStream(page), records)) {
            while (read.advance()) {
                hole.consume(read.current());
            }
        }
    }

    /** What tells a record that is as it was. */
    @Benchmark
    public void fingerprinted(Blackhole hole) {
        trees.forEach(tree -> hole.consume(TreeDigest.of(tree)));
    }

    /** The descriptor's expression, the check of what it yields, and the contribution. */
    @Benchmark
    public void mapped(Blackhole hole) {
        RecordMapper chosen = mapper;
        if (chosen == null) {
            throw new IllegalStateException("There is no page yet");
        }
        trees.forEach(tree -> hole.consume(chosen.map("id", tree, RecordContext.NONE, null)));
    }
}
