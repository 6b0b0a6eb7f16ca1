package org.bihuan.model;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bihuan.engine.ModelDeployments;
import org.bihuan.engine.ModelFinding;
import org.bihuan.engine.ModelVocabulary;
import org.bihuan.form.FormSchemas;
import org.bihuan.model.ModelRefusedException.Reason;
import org.bihuan.org.ChangeLog;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Staff;
import org.bihuan.rights.Matter;
import org.bihuan.rights.Rights;
import org.bihuan.rights.Verb;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of process models without a new release of the program: one administrator uploads a draft, the rules look at
 * it, another administrator approves it, and only then it is deployed. Cases that run stay on their version.
 */
@Service
@Transactional
@PreAuthorize("@rights.may('model.look')")
public class ModelDrafts {

    private static final int SHOWN = 50;

    private static final int LONGEST_REASON = 500;

    private final ModelDraftMapper mapper;
    private final ModelDeployments deployments;
    private final ProgramFacts facts;
    private final ChangeLog changes;
    private final Rights rights;
    private final CurrentUser user;
    private final Clock clock;

    ModelDrafts(
            ModelDraftMapper mapper,
            ModelDeployments deployments,
            ResourcePatternResolver classPath,
            FormSchemas forms,
            ModelVocabulary vocabulary,
            ChangeLog changes,
            Rights rights,
            CurrentUser user,
            Clock clock) {
        this.mapper = mapper;
        this.deployments = deployments;
        this.facts = ProgramFacts.read(classPath, forms.keys(), vocabulary);
        this.changes = changes;
        this.rights = rights;
        this.user = user;
        this.clock = clock;
    }

    /** A process with its versions, the newest first. */
    public record Process(String key, String name, List<ModelDeployments.Version> versions) {}

    /**
     * What the second person sees.
     *
     * @param findings of the rules as they are today; with any of them the draft cannot be approved
     * @param outdated whether another version has been deployed since it was uploaded
     * @param own whether the person who looks uploaded it
     */
    public record Review(
            ModelDraft draft,
            String processName,
            List<ModelFinding> findings,
            ModelDifference difference,
            boolean outdated,
            boolean own) {}

    /** All processes of the program. */
    @Transactional(readOnly = true)
    public List<Process> processes() {
        return facts.models().values().stream()
                .map(model -> new Process(model.processKey(), model.name(), deployments.versions(model.processKey())))
                .toList();
    }

    /** The latest drafts, decided or not, newest first. */
    @Transactional(readOnly = true)
    public List<ModelDraft> latest() {
        return mapper.latest(SHOWN);
    }

    /** The draft and what is to be said about it; empty when there is none with this id. */
    @Transactional(readOnly = true)
    public Optional<Review> review(long id) {
        long reader = user.require().id();
        return Optional.ofNullable(mapper.find(id))
                .map(draft -> new Review(
                        draft,
                        nameOf(draft.processKey()),
                        ModelLinter.findings(draft.xml().getBytes(StandardCharsets.UTF_8), facts),
                        ModelDifference.between(deployments.latest(draft.processKey()), draft.xml()),
                        draft.state() == DraftState.DRAFT && draft.basedOn() != running(draft.processKey()),
                        draft.authorId() == reader));
    }

    private String nameOf(String processKey) {
        ShippedModel model = facts.models().get(processKey);
        return model == null ? processKey : model.name();
    }

    /**
     * Keeps a file as a draft. A file against which the rules say anything is not kept.
     *
     * @param reason why the model should change
     * @return id of the draft
     * @throws ModelRefusedException with all findings, or when nothing would change
     */
    @PreAuthorize("@rights.may('model.upload')")
    public long upload(byte[] file, String reason) {
        Staff author = user.require();
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new ModelRefusedException(Reason.NO_REASON);
        }
        List<ModelFinding> findings = ModelLinter.findings(file, facts);
        if (!findings.isEmpty()) {
            throw new ModelRefusedException(Reason.FINDINGS, findings);
        }
        String key = ModelLinter.processKey(file);
        String xml = new String(file, StandardCharsets.UTF_8);
        if (xml.equals(deployments.latest(key))) {
            throw new ModelRefusedException(Reason.UNCHANGED);
        }
        var draft = new ModelDraftMapper.NewDraft(key, reason.strip(), xml, running(key), author.id(), clock.instant());
        mapper.insert(draft);
        note("upload", draft.id(), key, reason.strip());
        return draft.id();
    }

    /**
     * Deploys the draft as a new version of its process, on which new cases start.
     *
     * @param version of the row that the caller has looked at
     * @return number of the new version of the process
     * @throws ModelRefusedException when the caller uploaded it, when it was decided or overtaken meanwhile, or when
     *     the rules now say something against it
     */
    @PreAuthorize("@rights.may('model.decide')")
    public int approve(long id, int version) {
        Staff decider = user.require();
        ModelDraft draft = open(id, version);
        requireOther(draft);
        List<ModelFinding> findings = ModelLinter.findings(draft.xml().getBytes(StandardCharsets.UTF_8), facts);
        if (!findings.isEmpty()) {
            throw new ModelRefusedException(Reason.FINDINGS, findings);
        }
        if (draft.basedOn() != running(draft.processKey())) {
            throw new ModelRefusedException(Reason.OUTDATED);
        }
        // The row first: it decides who of two is the one.
        decide(draft, DraftState.APPROVED, decider, "", draft.basedOn() + 1);
        int number = deployments.deploy(draft.processKey(), "draft-" + id, draft.xml());
        if (number != draft.basedOn() + 1) {
            throw new ModelRefusedException(Reason.OUTDATED);
        }
        note("approve", id, draft.processKey(), "version " + number);
        return number;
    }

    /**
     * Turns the draft down.
     *
     * @param why told to the author
     * @throws ModelRefusedException when the caller uploaded it, or it was decided meanwhile
     */
    @PreAuthorize("@rights.may('model.decide')")
    public void reject(long id, int version, String why) {
        Staff decider = user.require();
        ModelDraft draft = open(id, version);
        requireOther(draft);
        if (why.isBlank() || why.length() > LONGEST_REASON) {
            throw new ModelRefusedException(Reason.NO_REASON);
        }
        decide(draft, DraftState.REJECTED, decider, why.strip(), null);
        note("reject", id, draft.processKey(), why.strip());
    }

    /**
     * Takes the own draft back.
     *
     * @throws ModelRefusedException when somebody else uploaded it, or it was decided meanwhile
     */
    @PreAuthorize("@rights.may('model.upload')")
    public void withdraw(long id, int version) {
        Staff author = user.require();
        ModelDraft draft = open(id, version);
        if (draft.authorId() != author.id()) {
            throw new ModelRefusedException(Reason.NOT_OWN_DRAFT);
        }
        decide(draft, DraftState.WITHDRAWN, author, "", null);
        note("withdraw", id, draft.processKey(), "");
    }

    private ModelDraft open(long id, int version) {
        ModelDraft draft = mapper.find(id);
        if (draft == null || draft.version() != version || draft.state() != DraftState.DRAFT) {
            throw new ModelRefusedException(Reason.STALE);
        }
        return draft;
    }

    private void requireOther(ModelDraft draft) {
        if (rights.isDoer(Verb.MODEL_DECIDE, Matter.named(draft.processKey()).doneBy(draft.authorId()))) {
            throw new ModelRefusedException(Reason.OWN_DRAFT);
        }
    }

    private void decide(ModelDraft draft, DraftState state, Staff decider, String note, @Nullable Integer deployed) {
        int rows = mapper.decide(draft.id(), draft.version(), state, decider.id(), clock.instant(), note, deployed);
        if (rows == 0) {
            throw new ModelRefusedException(Reason.STALE);
        }
    }

    private int running(String processKey) {
        return deployments.versions(processKey).getFirst().number();
    }

    private void note(String what, long draftId, String processKey, String details) {
        changes.note("model." + what, processKey + " #" + draftId, details);
    }
}
