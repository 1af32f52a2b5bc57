package se.tjanstenav.mocks;

import static java.util.stream.Collectors.toMap;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.mocks.agency.Agency;
import se.tjanstenav.mocks.agency.RunningAgencies;
import se.tjanstenav.mocks.agency.RunningAgency;
import se.tjanstenav.mocks.identity.KeyFolder;
import se.tjanstenav.mocks.identity.StubKeys;

/**
 * Agencies that exist only in this process, over real HTTPS on loopback ports. Every method may be called from any thread;
 * an unknown agency is an {@link IllegalArgumentException}. Closing stops them all, also those that hold requests.
 */
public final class StubAgencies implements AutoCloseable {

    private final RunningAgencies agencies;
    private final StubKeys keys;

    private StubAgencies(RunningAgencies agencies, StubKeys keys) {
        this.agencies = agencies;
        this.keys = keys;
    }

    /** Starts the named agencies, or all where none is named, on free ports. */
    public static StubAgencies launch(String... agencies) {
        return builder().agencies(agencies).start();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The agencies offered here, in the order they are shown. */
    public Set<String> agencies() {
        return agencies.ids();
    }

    /** Where each host name is to be connected to, as with {@code curl --connect-to}. */
    public Map<String, InetSocketAddress> addresses() {
        return agencies.all().stream()
                .collect(toMap(
                        each -> each.agency().host(),
                        each -> new InetSocketAddress(InetAddress.getLoopbackAddress(), each.port()),
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    /** The certificate of the authority that signed every agency's certificate, as PEM. */
    public String certificateAuthority() {
        return keys.authorityPem();
    }

    /** The credentials a client needs, by secret name. */
    public Map<String, String> secrets() {
        return keys.secrets();
    }

    /** Writes {@code ca.pem} and one file for each secret, named as the secret and readable by the owner only, for a client to use. */
    public void writeTo(Path folder) {
        KeyFolder files = new KeyFolder(folder);
        files.write("ca.pem", certificateAuthority());
        secrets().forEach(files::write);
    }

    /** Stops the agency: connections are refused until it is started again, on the same port. */
    public void stop(String agency) {
        agency(agency).stop();
    }

    /** Starts a stopped agency on the port it had; does nothing when it runs. */
    public void start(String agency) {
        agency(agency).start();
    }

    public boolean running(String agency) {
        return agency(agency).running();
    }

    /** Sets what goes wrong from the next answer on; {@link Fault#NONE} ends it. */
    public void fault(String agency, Fault fault) {
        agency(agency).fault(fault);
    }

    /** Sets how the agency's day goes from the next request on; {@link Scenario#USUAL} ends it. */
    public void scenario(String agency, Scenario scenario) {
        agency(agency).gate().scenario(scenario);
    }

    /**
     * Lets a data file have any number of records from the next answer on. The first are the agency's own, the others are
     * made of them while the answer is sent, each with an identity and words of its own.
     *
     * @param file as named in the agency's folder, for example {@code services.json}
     * @param records how many, up to a million or more; 0 ends it
     * @param seed the same seed gives the same records
     * @throws IllegalArgumentException when the agency has no such file; the message names those it has
     */
    public void volume(String agency, String file, long records, long seed) {
        agency(agency).volume(file, records, seed);
    }

    /** Keeps every further request to the agency waiting, until {@link #release}, {@link #stop} or {@link #close}. */
    public void hold(String agency) {
        agency(agency).gate().hold();
    }

    public void release(String agency) {
        agency(agency).gate().release();
    }

    /** How many requests have reached the agency, those refused and those held included. */
    public int requests(String agency) {
        return agency(agency).gate().requests();
    }

    /**
     * Ends every fault, scenario and volume, lets held requests go on and starts what was stopped. Revised data stays revised.
     */
    public void calm() {
        agencies.all().forEach(RunningAgency::calm);
    }

    /**
     * What could be asked and has not been so far: the mappings and operations of the agencies that run here, as
     * {@code agency: GET /path} and {@code agency: Operation}. Empty at the end of a suite that leaves no stub unused.
     */
    public List<String> unused() {
        return told(RunningAgency::unused);
    }

    /** Requests to paths that no agency knows, as {@code agency: METHOD path}. */
    public List<String> unmatched() {
        return told(RunningAgency::unmatched);
    }

    private List<String> told(Function<RunningAgency, List<String>> question) {
        return agencies.all().stream()
                .flatMap(each -> question.apply(each).stream()
                        .map(answer -> each.agency().id() + ": " + answer))
                .toList();
    }

    /**
     * Replaces text in one of the agency's data files, so that the next harvest finds a change.
     *
     * @param file as named in the agency's folder, for example {@code services.json}
     * @throws IllegalArgumentException when the file does not hold the text
     */
    public void revise(String agency, String file, String before, String after) {
        agency(agency).files().revise(file, before, after);
    }

    @Override
    public void close() {
        agencies.stop();
        keys.close();
    }

    /** What the admin address shows and switches. */
    RunningAgencies all() {
        return agencies;
    }

    RunningAgency agency(String id) {
        return agencies.agency(id);
    }

    /** What to start, and how; everything has a default. */
    public static final class Builder {

        private List<Agency> known = Agency.all();
        private Set<String> chosen = Set.of();
        private boolean demoPorts;
        private @Nullable Path folder;
        private @Nullable Path nationalCatalogue;
        private final List<Path> foldersOfAgencies = new ArrayList<>();
        private Duration tokenLife = Duration.ofSeconds(60);
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /** Only these agencies; none named means all. */
        public Builder agencies(String... ids) {
            chosen = new LinkedHashSet<>(List.of(ids));
            return this;
        }

        /** The agencies of these folders, whether {@code agencies.txt} lists them or not. */
        Builder folders(String... ids) {
            known = Stream.of(ids).map(Agency::of).toList();
            return this;
        }

        /** The fixed ports of the demonstration run, 9441 and up, instead of free ones. */
        public Builder demoPorts() {
            demoPorts = true;
            return this;
        }

        /** The file served as Finland's national catalogue; where it is absent, {@code dvv} is not offered. */
        public Builder nationalCatalogue(Path file) {
            nationalCatalogue = file;
            return this;
        }

        /**
         * Keeps certificate authority ({@code ca.pem}) and secrets (one file each, named as the secret, readable by the
         * owner only) in a folder, so that they are the same after a restart; without it they are new each time.
         */
        public Builder folder(Path newFolder) {
            folder = newFolder;
            return this;
        }

        /**
         * Also starts the REST agency that a folder outside this module describes, a recorded one for example, whichever
         * agencies are chosen. Its id must be new.
         */
        public Builder folderOfAgency(Path newFolder) {
            foldersOfAgencies.add(newFolder.toAbsolutePath());
            return this;
        }

        /** How long an OAuth2 token is good for; 60 seconds unless set. */
        public Builder tokenLife(Duration life) {
            tokenLife = life;
            return this;
        }

        /** The clock that tokens expire, limits refill and queues grow by. */
        public Builder clock(Clock newClock) {
            clock = newClock;
            return this;
        }

        /** Starts them; when one cannot start, those already running are stopped again. */
        public StubAgencies start() {
            StubKeys keys = new StubKeys(folder == null ? null : new KeyFolder(folder));
            StubFactory factory = new StubFactory(keys, tokenLife, clock);
            Map<String, RunningAgency> running = new LinkedHashMap<>();
            try {
                for (Agency agency : known) {
                    if (wanted(agency)) {
                        Path external = agency.external() ? nationalCatalogue : null;
                        start(factory, agency, external, running);
                    }
                }
                for (Path each : foldersOfAgencies) {
                    start(factory, StubFactory.fromOutside(each), each, running);
                }
                requireKnown(running.keySet());
            } catch (RuntimeException e) {
                running.values().forEach(RunningAgency::stop);
                keys.close();
                throw e;
            }
            return new StubAgencies(new RunningAgencies(running), keys);
        }

        private void start(
                StubFactory factory, Agency agency, @Nullable Path external, Map<String, RunningAgency> running) {
            RunningAgency made = factory.make(agency, external, demoPorts ? agency.demoPort() : 0);
            made.start();
            running.put(agency.id(), made);
        }

        private boolean wanted(Agency agency) {
            boolean servable = !agency.external()
                    || (nationalCatalogue != null && nationalCatalogue.toFile().isFile());
            return servable && (chosen.isEmpty() || chosen.contains(agency.id()));
        }

        private void requireKnown(Set<String> running) {
            List<String> ids = known.stream().map(Agency::id).toList();
            for (String id : chosen) {
                if (!running.contains(id) && !ids.contains(id)) {
                    throw new IllegalArgumentException("No stub agency " + id + "; there are " + ids);
                }
            }
        }
    }
}
