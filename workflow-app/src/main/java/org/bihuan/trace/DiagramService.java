package org.bihuan.trace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.rights.CaseReading;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads from the engine which way a case took through its process model and where it stands. */
@Service
public class DiagramService {

    private static final Set<String> CONTAINERS =
            Set.of(ActivityTypes.SUB_PROCESS, ActivityTypes.TRANSACTION, ActivityTypes.MULTI_INSTANCE_BODY);

    private final HistoryService history;
    private final RepositoryService repository;
    private final CaseReading reading;

    DiagramService(HistoryService history, RepositoryService repository, CaseReading reading) {
        this.history = history;
        this.repository = repository;
        this.reading = reading;
    }

    /**
     * The way of the case through the version of the model on which it runs or ran; of its latest process if it had
     * several. Empty when no process was started for it or the engine has cleaned up its history.
     *
     * @throws org.bihuan.casefile.CaseNotFoundException when the current user may not read the case
     */
    @PreAuthorize("@rights.may('case.read')")
    @Transactional(readOnly = true)
    public Optional<CaseWay> of(CaseNumber number) {
        reading.require(number);
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .rootProcessInstances()
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(process -> CaseWay.through(
                        model(process.getProcessDefinitionId()),
                        flows(process.getProcessDefinitionId()),
                        visits(process.getId()),
                        process.getEndTime() != null));
    }

    private String model(String definitionId) {
        try (InputStream xml = repository.getProcessModel(definitionId)) {
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<CaseWay.Flow> flows(String definitionId) {
        return repository.getBpmnModelInstance(definitionId).getModelElementsByType(SequenceFlow.class).stream()
                .map(flow -> new CaseWay.Flow(
                        flow.getId(), flow.getSource().getId(), flow.getTarget().getId()))
                .toList();
    }

    /** Many steps fall into one second, so that the engine's own count decides between them. */
    private List<CaseWay.Visit> visits(String processId) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(processId)
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(DiagramService::visit)
                .toList();
    }

    private static CaseWay.Visit visit(HistoricActivityInstance activity) {
        CaseWay.Outcome outcome = activity.getEndTime() == null
                ? CaseWay.Outcome.OPEN
                : activity.isCanceled() ? CaseWay.Outcome.BROKEN_OFF : CaseWay.Outcome.DONE;
        String name = activity.getActivityName();
        return new CaseWay.Visit(
                activity.getActivityId(),
                name == null ? "" : name,
                CONTAINERS.contains(activity.getActivityType()),
                outcome);
    }
}
