package org.bihuan.incident;

import java.time.Instant;
import java.util.Objects;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRef;
import org.bihuan.casefile.StaleCaseException;
import org.jspecify.annotations.Nullable;

/**
 * A reported problem. What was reported never changes; its state does, by the verbs below, each of which returns a copy
 * and refuses a state from which it makes no sense.
 *
 * @param version counts the changes of state; a page shows it and sends it back, so that a stale page is noticed
 * @param trackingToken 128 random bits that let the reporter follow the case without an account
 */
public record Incident(long id, int version, CaseNumber caseNumber, String trackingToken, Report report, State state) {

    /** Name of the family. */
    public static final String FAMILY = "incident";

    /** How often an unsatisfied resident may have the case taken up again. */
    static final int REOPENINGS = 1;

    /**
     * What was reported.
     *
     * @param longitude WGS84 degrees; empty when the reporter chose the place by name
     * @param gridId the grid where the place lies, if it could be found
     * @param reportedBy staff who reported it; empty for residents
     */
    public record Report(
            String description,
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable Long gridId,
            String address,
            @Nullable String phone,
            @Nullable Long reportedBy,
            Instant reportedAt) {}

    /**
     * How it stands.
     *
     * @param unitId unit where it lies now: decides who may see it
     * @param round counts the dispatches
     * @param handlingPostId post that handles it; empty while it waits for the dispatcher
     * @param handlerId member of staff who took it
     * @param stars the resident's rating, 1 to 5
     * @param mergedInto the earlier case that goes on in its place
     */
    public record State(
            IncidentStatus status,
            long categoryId,
            long unitId,
            int round,
            @Nullable Long handlingPostId,
            @Nullable Long handlerId,
            int reopenings,
            @Nullable Integer stars,
            @Nullable Instant closedAt,
            @Nullable CaseNumber mergedInto) {

        private State at(IncidentStatus next) {
            return new State(
                    next,
                    categoryId,
                    unitId,
                    round,
                    handlingPostId,
                    handlerId,
                    reopenings,
                    stars,
                    closedAt,
                    mergedInto);
        }

        private State heldBy(@Nullable Long postId, @Nullable Long staffId) {
            return new State(
                    status, categoryId, unitId, round, postId, staffId, reopenings, stars, closedAt, mergedInto);
        }

        private State nextRound() {
            return new State(
                    status,
                    categoryId,
                    unitId,
                    round + 1,
                    handlingPostId,
                    handlerId,
                    reopenings,
                    stars,
                    closedAt,
                    mergedInto);
        }

        private State lyingAt(long unit, long category) {
            return new State(
                    status, category, unit, round, handlingPostId, handlerId, reopenings, stars, closedAt, mergedInto);
        }

        private State answered(int reopened, @Nullable Integer given) {
            return new State(
                    status,
                    categoryId,
                    unitId,
                    round,
                    handlingPostId,
                    handlerId,
                    reopened,
                    given,
                    closedAt,
                    mergedInto);
        }

        private State ended(Instant at, @Nullable CaseNumber into) {
            return new State(status, categoryId, unitId, round, handlingPostId, handlerId, reopenings, stars, at, into);
        }
    }

    public CaseRef ref() {
        return new CaseRef(FAMILY, caseNumber);
    }

    public IncidentStatus status() {
        return state.status();
    }

    /** Whether the resident may still have it taken up again. */
    public boolean mayBeReopened() {
        return status() == IncidentStatus.RATING && state.reopenings() < REOPENINGS;
    }

    Incident dispatched(long postId, long unitId, long categoryId) {
        requireStatus(IncidentStatus.DISPATCHING);
        return with(state.lyingAt(unitId, categoryId)
                .heldBy(postId, null)
                .nextRound()
                .at(IncidentStatus.ASSIGNED));
    }

    Incident accepted(long staffId) {
        requireStatus(IncidentStatus.ASSIGNED);
        return with(state.heldBy(state.handlingPostId(), staffId).at(IncidentStatus.IN_PROGRESS));
    }

    /** Somebody else goes on with it. */
    Incident goneOnBy(long staffId) {
        requireStatus(IncidentStatus.IN_PROGRESS);
        return with(state.heldBy(state.handlingPostId(), staffId));
    }

    /** Goes back to the colleagues of the post. */
    Incident released() {
        requireStatus(IncidentStatus.IN_PROGRESS);
        return with(state.heldBy(state.handlingPostId(), null).at(IncidentStatus.ASSIGNED));
    }

    Incident handled() {
        requireStatus(IncidentStatus.IN_PROGRESS);
        return with(state.at(IncidentStatus.VERIFYING));
    }

    Incident handedUp() {
        requireStatus(IncidentStatus.IN_PROGRESS);
        return with(state.heldBy(null, null).at(IncidentStatus.DISPATCHING));
    }

    Incident verified() {
        requireStatus(IncidentStatus.VERIFYING);
        return with(state.at(IncidentStatus.RATING));
    }

    /** Goes back to the post that handled it, or to the dispatcher when nobody is there any more. */
    Incident sentBack(@Nullable Long postId) {
        requireStatus(IncidentStatus.VERIFYING);
        return with(again(state, postId));
    }

    private static State again(State state, @Nullable Long postId) {
        return postId == null
                ? state.heldBy(null, null).at(IncidentStatus.DISPATCHING)
                : state.heldBy(postId, null).nextRound().at(IncidentStatus.ASSIGNED);
    }

    /** Waits for the dispatcher again, although nobody who handled it handed it up. */
    Incident backToDispatching() {
        requireOpen();
        return with(state.heldBy(null, null).at(IncidentStatus.DISPATCHING));
    }

    /** Lies at the post that handled it again. */
    Incident backToHandling(long postId, @Nullable Long staffId) {
        requireOpen();
        return with(state.heldBy(postId, staffId)
                .at(staffId == null ? IncidentStatus.ASSIGNED : IncidentStatus.IN_PROGRESS));
    }

    /** Waits for the check again of what that person handled. */
    Incident backToChecking(long postId, @Nullable Long staffId) {
        requireOpen();
        return with(state.heldBy(postId, staffId).at(IncidentStatus.VERIFYING));
    }

    /** Somebody else works on it, at the same post or at another, which is a dispatch. */
    Incident handedTo(long postId, long staffId) {
        if (status() != IncidentStatus.ASSIGNED) {
            requireStatus(IncidentStatus.IN_PROGRESS);
        }
        State held = state.heldBy(postId, staffId).at(IncidentStatus.IN_PROGRESS);
        return with(Objects.equals(state.handlingPostId(), postId) ? held : held.nextRound());
    }

    Incident rated(int stars) {
        requireStatus(IncidentStatus.RATING);
        return with(state.answered(state.reopenings(), stars));
    }

    Incident reopened(@Nullable Long postId) {
        if (!mayBeReopened()) {
            throw new StaleCaseException(caseNumber.value());
        }
        return with(again(state.answered(state.reopenings() + 1, null), postId));
    }

    Incident closed(Instant at) {
        requireStatus(IncidentStatus.RATING);
        return with(state.at(IncidentStatus.CLOSED).ended(at, null));
    }

    Incident invalidated(Instant at) {
        requireOpen();
        return with(state.at(IncidentStatus.INVALID).ended(at, null));
    }

    Incident mergedInto(CaseNumber earlier, Instant at) {
        requireOpen();
        return with(state.at(IncidentStatus.MERGED).ended(at, earlier));
    }

    void requireOpen() {
        if (!status().open()) {
            throw new StaleCaseException(caseNumber.value());
        }
    }

    private void requireStatus(IncidentStatus expected) {
        if (status() != expected) {
            throw new StaleCaseException(caseNumber.value());
        }
    }

    /** The same with this phone number, for pages that may not show the reporter's in full. */
    Incident withPhone(@Nullable String phone) {
        var r = report;
        var shown = new Report(
                r.description(),
                r.longitude(),
                r.latitude(),
                r.gridId(),
                r.address(),
                phone,
                r.reportedBy(),
                r.reportedAt());
        return new Incident(id, version, caseNumber, trackingToken, shown, state);
    }

    private Incident with(State next) {
        return new Incident(id, version, caseNumber, trackingToken, report, next);
    }
}
