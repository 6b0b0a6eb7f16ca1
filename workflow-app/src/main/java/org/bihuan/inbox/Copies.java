package org.bihuan.inbox;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.inbox.CopyPost.Receiver;
import org.bihuan.org.Colleague;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.OrgService;
import org.bihuan.org.Post;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.bihuan.rights.CaseReading;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 抄送: sending a case to others to read, and seeing who has. Whoever gets one may read the case. */
@Service
@Transactional
public class Copies {

    private static final int LONGEST = 1000;

    private final CopyMapper mapper;
    private final CopyPost post;
    private final CaseRegister register;
    private final CaseReading reading;
    private final OrgService units;
    private final StaffService staff;
    private final CurrentUser user;
    private final Clock clock;

    Copies(
            CopyMapper mapper,
            CopyPost post,
            CaseRegister register,
            CaseReading reading,
            OrgService units,
            StaffService staff,
            CurrentUser user,
            Clock clock) {
        this.mapper = mapper;
        this.post = post;
        this.register = register;
        this.reading = reading;
        this.units = units;
        this.staff = staff;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Sends the case to these people and to those who hold these posts today, to each once; nobody sends to himself.
     *
     * @param words for the receivers; may be empty
     * @return how many get it
     * @throws CaseNotFoundException when the current user may not read the case
     * @throws TaskRefusedException when nobody is left, when somebody's account is shut or does not work on cases, or
     *     when the words are too long
     */
    @PreAuthorize("@rights.may('inbox.copy')")
    public int send(CaseNumber number, Collection<Long> staffIds, Collection<Long> postIds, String words) {
        reading.require(number);
        String stripped = words.strip();
        if (stripped.codePointCount(0, stripped.length()) > LONGEST) {
            throw new TaskRefusedException("inbox.copy.refused.long", LONGEST);
        }
        CaseFile file = register.find(number).orElseThrow(() -> new CaseNotFoundException(number.value()));
        List<Receiver> receivers = receivers(staffIds, postIds);
        if (receivers.isEmpty()) {
            throw new TaskRefusedException("inbox.copy.refused.nobody");
        }
        post.deliver(file.family(), number, user.actor(), receivers, stripped);
        return receivers.size();
    }

    private List<Receiver> receivers(Collection<Long> staffIds, Collection<Long> postIds) {
        Set<Long> wanted = new HashSet<>(staffIds);
        postIds.forEach(id -> staff.holders(id).stream().map(Staff::id).forEach(wanted::add));
        List<Colleague> colleagues = staff.colleagues(wanted);
        Set<Long> known = colleagues.stream().map(Colleague::staffId).collect(Collectors.toSet());
        if (!known.containsAll(staffIds)) {
            throw new TaskRefusedException("inbox.copy.refused.shut");
        }
        long me = user.require().id();
        return colleagues.stream()
                .filter(one -> one.staffId() != me)
                .map(one -> new Receiver(one.staffId(), one.name()))
                .toList();
    }

    /** Posts at the unit of the case and above it that somebody holds today, nearest first, to choose from. */
    @PreAuthorize("@rights.may('inbox.copy')")
    @Transactional(readOnly = true)
    public List<Post> posts(CaseNumber number) {
        reading.require(number);
        return register.find(number)
                .map(CaseFile::unitId)
                .flatMap(units::find)
                .map(staff::heldUpwards)
                .orElse(List.of());
    }

    /** What the current user got, latest first; the state, order and owner of the filter mean nothing here. */
    @PreAuthorize("@rights.may('inbox.read')")
    @Transactional(readOnly = true)
    public InboxPage<Copy> received(InboxFilter filter, @Nullable Copy after, int limit) {
        return InboxPage.of(
                mapper.received(
                        user.require().id(),
                        filter.family(),
                        filter.patterns(),
                        after == null ? null : after.sentAt(),
                        after == null ? null : after.id(),
                        limit + 1),
                limit);
    }

    /** How many of them the current user has not opened yet; counting stops after {@link InboxCounts#CAP}. */
    @PreAuthorize("@rights.may('inbox.read')")
    @Transactional(readOnly = true)
    public int unread() {
        return mapper.unread(user.require().id(), InboxCounts.CAP + 1);
    }

    /**
     * The current user opened the case: the senders of its copies to him see when. Does nothing when there are none, or
     * they were read before.
     */
    @PreAuthorize("@rights.may('case.read')")
    public void read(CaseNumber number) {
        reading.require(number);
        mapper.read(number.value(), user.require().id(), clock.instant());
    }

    /**
     * Who got the case when, and when each opened it, first things first.
     *
     * @throws CaseNotFoundException when the current user may not read the case
     */
    @PreAuthorize("@rights.may('case.read')")
    @Transactional(readOnly = true)
    public List<Copy> receipts(CaseNumber number) {
        reading.require(number);
        return mapper.ofCase(number.value());
    }
}
