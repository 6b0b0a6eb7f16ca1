package org.bihuan.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.casefile.CaseNumber;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/** Reads from the engine which way a case took. Always inside the caller's transaction and rights. */
@Component
public class CaseHistory {

    private static final Set<String> CONTAINERS =
            Set.of(ActivityTypes.SUB_PROCESS, ActivityTypes.TRANSACTION, ActivityTypes.MULTI_INSTANCE_BODY);

    private final HistoryService history;
    private final RepositoryService repository;

    CaseHistory(HistoryService history, RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    /**
     * The trail of the latest process of the case; empty when none was started for it or the engine has cleaned up its
     * history.
     */
    public Optional<CaseTrail> of(CaseNumber number) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .rootProcessInstances()
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(process -> new CaseTrail(
                        model(process.getProcessDefinitionId()),
                        flows(process.getProcessDefinitionId()),
                        stays(process.getId()),
                        process.getEndTime() != null));
    }

    private String model(String definitionId) {
        try (InputStream xml = repository.getProcessModel(definitionId)) {
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<CaseTrail.Flow> flows(String definitionId) {
        return repository.getBpmnModelInstance(definitionId).getModelElementsByType(SequenceFlow.class).stream()
                .map(flow -> new CaseTrail.Flow(
                        flow.getId(), flow.getSource().getId(), flow.getTarget().getId()))
                .toList();
    }

    /** Many steps fall into one second, so that the engine's own count decides between them. */
    private List<CaseTrail.Stay> stays(String processId) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(processId)
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(CaseHistory::stay)
                .toList();
    }

    private static CaseTrail.Stay stay(HistoricActivityInstance activity) {
        CaseTrail.Outcome outcome = activity.getEndTime() == null
                ? CaseTrail.Outcome.OPEN
                : activity.isCanceled() ? CaseTrail.Outcome.BROKEN_OFF : CaseTrail.Outcome.DONE;
        String name = activity.getActivityName();
        return new CaseTrail.Stay(
                activity.getActivityId(),
                name == null ? "" : name,
                CONTAINERS.contains(activity.getActivityType()),
                outcome);
    }
}
