package se.tjanstenav.routes.live;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.FeedKind;
import se.tjanstenav.catalog.FeedRegistration;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.CaseEvent;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.catalog.model.TimeUnit;
import se.tjanstenav.connectors.FetchException;
import se.tjanstenav.connectors.LiveAnswer;
import se.tjanstenav.connectors.LiveFeed;

/** A live feed whose agency does what the test says, for tests of the flow alone. */
final class AskedFeed implements LiveFeed {

    static final AgencyId AGENCY = new AgencyId("testverket");
    static final ServiceKey PASSPORT = new ServiceKey(AGENCY, "PASS");

    /** No test comes near it, so whoever waits for it hangs. */
    static final Duration ENDLESS = Duration.ofMinutes(10);

    final AtomicInteger asked = new AtomicInteger();
    private final String name;
    private final boolean perService;
    private final Duration budget;
    private volatile Supplier<Integer> minutes = () -> 12;

    AskedFeed(String name, Duration budget, boolean perService) {
        this.name = name;
        this.budget = budget;
        this.perService = perService;
    }

    static AskedFeed patient() {
        return new AskedFeed("queue", ENDLESS, false);
    }

    /** What the agency does when asked: tells a number of minutes, or throws. */
    AskedFeed telling(Supplier<Integer> next) {
        minutes = next;
        return this;
    }

    void failing() {
        telling(() -> {
            throw new FetchException(
                    new Fault(Fault.Category.AGENCY_UNAVAILABLE, "CONNECTION_REFUSED", "Nobody is there"), null);
        });
    }

    @Override
    public FeedRegistration registration() {
        Agency agency = new Agency(AGENCY, LocalizedText.swedish("Testverket"));
        return new FeedRegistration(
                new FeedId("testverket", name),
                "Testverket",
                FeedKind.PROCESSING_TIMES,
                agency,
                List.of(),
                rules().fresh());
    }

    @Override
    public Rules rules() {
        return new Rules(budget, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(15));
    }

    @Override
    public boolean answersFor(ServiceKey service) {
        return service.authority().equals(AGENCY);
    }

    @Override
    public boolean perService() {
        return perService;
    }

    @Override
    public LiveAnswer ask(ServiceKey service) {
        asked.incrementAndGet();
        return new LiveAnswer(Map.of(service, new LiveAnswer.Statements(List.of(queue(minutes.get())), List.of())));
    }

    private static ProcessingTime queue(int minutes) {
        return new ProcessingTime(
                ProcessingTime.Kind.QUEUE,
                null,
                null,
                new CaseEvent("queueTicketTaken"),
                new CaseEvent("counterVisit"),
                ProcessingTime.Statistic.MEAN,
                BigDecimal.valueOf(minutes),
                null,
                TimeUnit.MINUTES,
                null,
                null,
                null,
                null,
                null);
    }
}
