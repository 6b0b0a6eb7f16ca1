package org.bihuan.task;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.casefile.CaseFile;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.CaseRef;
import org.bihuan.casefile.CaseRegister;
import org.bihuan.casefile.Notice;
import org.bihuan.inbox.CaseAudience;
import org.bihuan.inbox.TaskRefusedException;
import org.bihuan.org.Colleague;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Staff;
import org.bihuan.org.StaffService;
import org.bihuan.rights.CaseReading;
import org.bihuan.task.CommentMapper.Mention;
import org.bihuan.task.CommentMapper.NewComment;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 评论: what staff say to each other about a case. What is said stays said; whoever was wrong says so in another one.
 * Residents see nothing of it.
 */
@Service
@Transactional
public class Comments {

    /** Longest comment in characters. */
    public static final int LONGEST = 2000;

    private final CommentMapper mapper;
    private final TaskDesk desk;
    private final CaseAudience audience;
    private final CaseRegister register;
    private final CaseReading reading;
    private final StaffService staff;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;

    Comments(
            CommentMapper mapper,
            TaskDesk desk,
            CaseAudience audience,
            CaseRegister register,
            CaseReading reading,
            StaffService staff,
            CurrentUser user,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.desk = desk;
        this.audience = audience;
        this.register = register;
        this.reading = reading;
        this.staff = staff;
        this.user = user;
        this.events = events;
    }

    /**
     * Says something about the case, also about one that has ended.
     *
     * @param mentioned staff who are told to look and may read the case from now on
     * @throws CaseNotFoundException when the current user may not read the case
     * @throws TaskRefusedException when there are no words or too many, or when the account of somebody mentioned is shut
     *     or does not work on cases
     */
    @PreAuthorize("@rights.may('task.comment')")
    public void write(CaseNumber number, String words, Collection<Long> mentioned) {
        reading.require(number);
        String stripped = words.strip();
        if (stripped.isEmpty()) {
            throw new TaskRefusedException("task.comment.refused.missing");
        }
        if (stripped.codePointCount(0, stripped.length()) > LONGEST) {
            throw new TaskRefusedException("task.comment.refused.long", LONGEST);
        }
        CaseFile file = register.find(number).orElseThrow(() -> new CaseNotFoundException(number.value()));
        var chosen = new HashSet<>(mentioned);
        List<Colleague> people = staff.colleagues(chosen);
        if (people.size() < chosen.size()) {
            throw new TaskRefusedException("task.comment.refused.shut");
        }
        Staff me = user.require();
        var comment = new NewComment(number.value(), me, stripped, desk.now());
        mapper.insert(comment);
        if (!people.isEmpty()) {
            mapper.insertMentions(comment.id(), people);
        }
        desk.tell(
                file.family(),
                number,
                "commented",
                people.stream().map(one -> "@" + one.name()).collect(Collectors.joining(" ")));
        mention(file, number, people, me);
    }

    private void mention(CaseFile file, CaseNumber number, List<Colleague> people, Staff me) {
        Set<Long> others = people.stream()
                .map(Colleague::staffId)
                .filter(id -> id != me.id())
                .collect(Collectors.toSet());
        audience.letIn(number, others);
        if (!others.isEmpty()) {
            // Without the words: they stay where only readers of the case are.
            events.publishEvent(new Notice(
                    "task.mentioned", others, new CaseRef(file.family(), number), file.title(), "", desk.now()));
        }
    }

    /**
     * What was said about the case, first things first.
     *
     * @throws CaseNotFoundException when the current user may not read the case
     */
    @PreAuthorize("@rights.may('case.read')")
    @Transactional(readOnly = true)
    public List<Comment> of(CaseNumber number) {
        reading.require(number);
        Map<Long, List<String>> mentioned = mapper.mentions(number.value()).stream()
                .collect(Collectors.groupingBy(
                        Mention::commentId, Collectors.mapping(Mention::name, Collectors.toList())));
        return mapper.ofCase(number.value()).stream()
                .map(one -> new Comment(
                        one.id(),
                        one.staffId(),
                        one.name(),
                        one.words(),
                        one.writtenAt(),
                        mentioned.getOrDefault(one.id(), List.of())))
                .toList();
    }
}
