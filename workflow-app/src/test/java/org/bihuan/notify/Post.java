package org.bihuan.notify;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bihuan.HandClock;
import org.bihuan.calendar.WorkingCalendar;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRef;
import org.bihuan.casefile.Notice;
import org.bihuan.inbox.CaseRoutes;
import org.bihuan.inbox.InboxChanges;
import org.bihuan.org.StaffService;
import org.bihuan.outbox.Outbox;
import org.bihuan.outbox.OutboxFixtures;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The way of a notice from the deed to the outside, with these channels and by a clock of the test's own. */
final class Post {

    final HandClock clock;

    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private final PreferenceStore store;
    private final NoticeWriter writer;
    private final NoticeSender sender;
    private final OutboxFixtures outbox;

    Post(ApplicationContext program, Instant now, NoticeChannel... channels) {
        clock = new HandClock(now);
        transaction = program.getBean(TransactionTemplate.class);
        jdbc = program.getBean(JdbcTemplate.class);
        store = program.getBean(PreferenceStore.class);
        outbox = new OutboxFixtures(program, clock);
        Outbox messages = outbox.outbox();
        var open = new NoticeChannels(List.of(channels));
        var notices = program.getBean(NoticeMapper.class);
        var deliveries = program.getBean(DeliveryMapper.class);
        writer = new NoticeWriter(notices, program.getBean(InboxChanges.class), messages, open);
        var router =
                new NoticeRouter(
                        notices, deliveries, store, open, program.getBean(WorkingCalendar.class), messages, clock) {
                    @Override
                    public void route(String eventId) {
                        transaction.executeWithoutResult(status -> super.route(eventId));
                    }
                };
        var letters = new Letters(
                program.getBean(NoticeWords.class), program.getBean(CaseRoutes.class), "https://bihuan.example");
        sender = new NoticeSender(
                router,
                open,
                deliveries,
                store,
                program.getBean(StaffService.class),
                letters,
                transaction,
                JsonMapper.shared(),
                clock);
    }

    void prefer(long staffId, Preferences preferences) {
        transaction.executeWithoutResult(status -> store.put(staffId, preferences));
    }

    /** Publishes it inside a transaction of its own. */
    void tell(String kind, String title, long... staffIds) {
        tell(kind, title, "", staffIds);
    }

    void tell(String kind, String title, String words, long... staffIds) {
        var whom = new HashSet<Long>();
        for (long id : staffIds) {
            whom.add(id);
        }
        var ref = new CaseRef("errand", new CaseNumber("INBOX-2026-000007"));
        transaction.executeWithoutResult(
                status -> writer.write(new Notice(kind, Set.copyOf(whom), ref, title, words, clock.instant())));
    }

    /** Takes away what waits: the program itself has no channels and leaves no such messages. */
    void clear() {
        transaction.executeWithoutResult(
                status -> jdbc.update("delete from outbox_message where topic = 'notice' or topic like 'notice.%'"));
    }

    /** What the program's own thread does each second; nobody is signed in there. */
    void relay() {
        SecurityContextHolder.clearContext();
        outbox.relay(sender);
    }
}
