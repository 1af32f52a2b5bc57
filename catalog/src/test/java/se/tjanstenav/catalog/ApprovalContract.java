package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.fault;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a person's approval of a held-back run lets pass, and what it does not, alike on every database. */
abstract class ApprovalContract extends BookmarkContract {

    @Test
    void publishesTheNextRunLikeAnApprovedOneAndRemovesWhatBothMissed() {
        hub.harvest(SERVICES, many(10));
        RunReport held = hub.harvest(SERVICES, many(7));

        UUID next = hub.harvests().approve(held.id(), "Anna");
        assertThat(report(next).outcome()).isEqualTo(RunOutcome.REQUESTED);
        assertThat(report(next).origin().by()).isEqualTo("Anna");
        assertThat(report(held.id()).approvedBy()).isEqualTo("Anna");

        RunReport passed = hub.harvest(SERVICES, many(7));

        assertThat(passed.id()).isEqualTo(next);
        assertThat(passed.outcome()).isEqualTo(RunOutcome.PUBLISHED);
        assertThat(passed.passedWith()).isEqualTo(held.id());
        assertThat(passed.counts().removed()).isEqualTo(3);
        assertThat(hub.all()).hasSize(7);
        assertThat(hub.harvest(SERVICES, many(7)).outcome()).isEqualTo(RunOutcome.PUBLISHED);
    }

    @Test
    void emptiesAFeedWhereThatWasApproved() {
        hub.harvest(SERVICES, many(10));
        RunReport held = hub.harvest(SERVICES);
        hub.harvests().approve(held.id(), "Anna");

        assertThat(hub.harvest(SERVICES).outcome()).isEqualTo(RunOutcome.PUBLISHED);
        assertThat(hub.all()).isEmpty();
        assertThat(hub.harvest(SERVICES).outcome()).isEqualTo(RunOutcome.PUBLISHED);
    }

    @Test
    void passesOneRunOnly() {
        hub.harvest(SERVICES, many(20));
        hub.harvests().approve(hub.harvest(SERVICES, many(10)).id(), "Anna");
        hub.harvest(SERVICES, many(10));

        assertThat(hub.harvest(SERVICES, many(5)).outcome()).isEqualTo(RunOutcome.QUARANTINED);
    }

    @Test
    void holdsBackWhatIsWorseThanWhatWasApproved() {
        hub.harvest(SERVICES, many(100));
        hub.harvests().approve(hub.harvest(SERVICES, many(60)).id(), "Anna");
        assertThat(hub.harvest(SERVICES, many(56)).outcome()).isEqualTo(RunOutcome.QUARANTINED);

        hub.harvests().approve(hub.harvest(SERVICES, many(60)).id(), "Anna");
        assertThat(hub.harvest(SERVICES, many(57)).outcome()).isEqualTo(RunOutcome.PUBLISHED);
        assertThat(hub.all()).hasSize(57);
    }

    @Test
    void holdsBackWhatIsWrongInAnotherWay() {
        hub.harvest(SERVICES, many(10));
        hub.harvests().approve(hub.harvest(SERVICES, many(7)).id(), "Anna");

        assertThat(hub.harvest(SERVICES).outcome()).isEqualTo(RunOutcome.QUARANTINED);
        assertThat(hub.harvest(SERVICES, many(7)).outcome()).isEqualTo(RunOutcome.QUARANTINED);
    }

    @Test
    void letsAsManyRejectsPassAsWereApproved() {
        hub.harvest(SERVICES, many(10));
        hub.harvests().approve(rejecting(SERVICES, 3, many(9)).id(), "Anna");
        assertThat(rejecting(SERVICES, 5, many(9)).outcome()).isEqualTo(RunOutcome.QUARANTINED);

        hub.harvests().approve(rejecting(SERVICES, 3, many(9)).id(), "Anna");
        assertThat(rejecting(SERVICES, 4, many(9)).outcome()).isEqualTo(RunOutcome.PUBLISHED);
        assertThat(hub.all()).hasSize(10);
    }

    @Test
    void keepsAnApprovalWhileTheAgencyIsAwayButNotLongerThanAWeek() {
        hub.harvest(SERVICES, many(10));
        hub.harvests().approve(hub.harvest(SERVICES, many(7)).id(), "Anna");
        clock.advance(Duration.ofDays(6));
        hub.harvests().begin(SERVICES).fail(fault("TIMEOUT"));
        assertThat(hub.harvest(SERVICES, many(7)).outcome()).isEqualTo(RunOutcome.PUBLISHED);

        hub.harvests().approve(hub.harvest(SERVICES, many(3)).id(), "Anna");
        clock.advance(Duration.ofDays(7));
        assertThat(hub.harvest(SERVICES, many(3)).outcome()).isEqualTo(RunOutcome.QUARANTINED);
    }

    @Test
    void forgetsAnApprovalWhenTheFeedIsRightAgain() {
        hub.harvest(SERVICES, many(10));
        hub.harvests().approve(hub.harvest(SERVICES, many(7)).id(), "Anna");
        hub.harvest(SERVICES, many(10));

        assertThat(hub.harvest(SERVICES, many(7)).outcome()).isEqualTo(RunOutcome.QUARANTINED);
    }

    @Test
    void approvesOnlyTheLatestHarvestAndOnlyWhereItWasHeldBack() {
        RunReport published = hub.harvest(SERVICES, many(10));
        RunReport held = hub.harvest(SERVICES, many(7));
        hub.harvests().begin(SERVICES).fail(fault("TIMEOUT"));

        assertThatThrownBy(() -> hub.harvests().approve(published.id(), "Anna"))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("published");
        hub.harvests().approve(held.id(), "Anna");
        hub.harvest(SERVICES, many(10));
        assertThatThrownBy(() -> hub.harvests().approve(held.id(), "Anna"))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("has been harvested since");
    }

    @Test
    void quarantinesARunThatMoreThanQuintuplesAFeed() {
        hub.harvest(SERVICES, many(20));

        RunReport held = hub.harvest(SERVICES, many(101));
        assertThat(held.outcome()).isEqualTo(RunOutcome.QUARANTINED);
        assertThat(Objects.requireNonNull(held.fault()).code()).isEqualTo("QUARANTINED_GROWTH");
        assertThat(hub.all()).hasSize(20);
        assertThat(hub.harvest(SERVICES, Completeness.PARTIAL, List.of(many(101)))
                        .outcome())
                .isEqualTo(RunOutcome.QUARANTINED);

        assertThat(hub.harvest(SERVICES, many(100)).outcome()).isEqualTo(RunOutcome.PUBLISHED);
    }

    @Test
    void letsASmallFeedGrowToWhatItReallyHas() {
        hub.harvest(SERVICES, many(19));

        assertThat(hub.harvest(SERVICES, many(200)).outcome()).isEqualTo(RunOutcome.PUBLISHED);
    }

    @Test
    void letsApprovedGrowthPassButNoMoreThanThat() {
        hub.harvest(SERVICES, many(20));
        hub.harvests().approve(hub.harvest(SERVICES, many(200)).id(), "Anna");
        assertThat(hub.harvest(SERVICES, many(211)).outcome()).isEqualTo(RunOutcome.QUARANTINED);

        hub.harvests().approve(hub.harvest(SERVICES, many(200)).id(), "Anna");
        assertThat(hub.harvest(SERVICES, many(210)).outcome()).isEqualTo(RunOutcome.PUBLISHED);
    }

    RunReport report(UUID run) {
        return hub.runs().find(run).orElseThrow();
    }
}
