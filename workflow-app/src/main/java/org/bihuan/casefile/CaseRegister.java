package org.bihuan.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The register of all cases. Numbers have no gaps: the counter belongs to the transaction that opens the case. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CaseRegister {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final CaseFileMapper mapper;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    CaseRegister(CaseFileMapper mapper, Clock clock, PlatformTransactionManager transactions) {
        this.mapper = mapper;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Opens a case and gives it the next number of its prefix and year. The counter's row stays locked until the
     * caller's transaction ends, so call this late.
     *
     * @param prefix letters of the unit that numbers its cases, for example {@code SBQ}
     * @param startedBy staff who starts the case; empty for residents
     */
    public CaseNumber open(
            String family,
            String prefix,
            String title,
            @Nullable String place,
            @Nullable Long unitId,
            String status,
            @Nullable Long startedBy) {
        Instant now = clock.instant();
        int year = now.atZone(ZONE).getYear();
        var counter = new CaseCounter(prefix, year);
        if (mapper.countUp(counter) == 0) {
            // The first case of a year: were the row inserted here, others who insert it too would deadlock.
            ownTransaction.executeWithoutResult(own -> mapper.startCounting(prefix, year));
            mapper.countUp(counter);
        }
        CaseNumber number = CaseNumber.of(prefix, year, counter.number());
        mapper.insert(new CaseFile(number.value(), family, title, place, unitId, status, startedBy, now, null));
        return number;
    }

    /** Notes that the case changed its status, its title or the unit where it lies. */
    public void update(CaseNumber number, String title, @Nullable String place, @Nullable Long unitId, String status) {
        mapper.update(number.value(), title, place, unitId, status);
    }

    /** Notes that the case ended. */
    public void close(CaseNumber number, String status) {
        mapper.close(number.value(), status, clock.instant());
    }

    /** Notes that a case which had ended goes on. */
    public void reopen(CaseNumber number, String status) {
        mapper.close(number.value(), status, null);
    }

    /** The entry of a case, if there is one with this number. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<CaseFile> find(CaseNumber number) {
        return Optional.ofNullable(mapper.find(number.value()));
    }

    /**
     * The entry of a case as it is now and stays until the transaction ends, if there is one with this number. The
     * family's own row comes first, where there is one.
     */
    public Optional<CaseFile> lock(CaseNumber number) {
        return Optional.ofNullable(mapper.lock(number.value()));
    }

    /** Cases that a member of staff started, latest first, at most {@code limit}, older than {@code before}. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<CaseFile> startedBy(long staffId, @Nullable CaseFile before, int limit) {
        return mapper.startedBy(
                staffId, before == null ? null : before.startedAt(), before == null ? null : before.number(), limit);
    }
}
