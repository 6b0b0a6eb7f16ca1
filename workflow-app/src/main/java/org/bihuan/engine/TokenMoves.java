package org.bihuan.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.StaleCaseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the token of a case by hand. Task listeners run, so the inbox follows. A child process stands and goes with the
 * element that called it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TokenMoves {

    private final RuntimeService runtime;
    private final RepositoryService models;

    TokenMoves(RuntimeService runtime, RepositoryService models) {
        this.runtime = runtime;
        this.models = models;
    }

    /** Where the case stands; empty when it has no running process. */
    public List<Token> standing(CaseNumber number) {
        var tokens = new ArrayList<Token>();
        instance(number)
                .map(ProcessInstance::getId)
                .map(runtime::getActivityInstance)
                .ifPresent(root -> {
                    Stream.of(root.getChildActivityInstances()).forEach(child -> collect(child, tokens));
                    collectWaiting(root, tokens);
                });
        return List.copyOf(tokens);
    }

    /** The steps of the process on which the case runs, in the order of the model. */
    public List<Step> steps(CaseNumber number) {
        return instance(number)
                .map(instance -> models.getBpmnModelInstance(instance.getProcessDefinitionId()))
                .map(model -> model.getModelElementsByType(FlowNode.class).stream()
                        .map(node -> new Step(node.getId(), name(node.getName(), node.getId())))
                        .toList())
                .orElse(List.of());
    }

    /**
     * Takes the token away and lets the process go on before another element, in the caller's transaction.
     *
     * @throws StaleCaseException when the token no longer stands there
     */
    public void move(CaseNumber number, String tokenId, String fromElement, String toElement) {
        Token token = standing(number).stream()
                .filter(standing ->
                        standing.id().equals(tokenId) && standing.element().equals(fromElement))
                .findFirst()
                .orElseThrow(() -> new StaleCaseException(number.value()));
        String instanceId = instance(number).orElseThrow().getId();
        var modification = runtime.createProcessInstanceModification(instanceId);
        // Before the old one goes, so that the process is never without a token.
        modification.startBeforeActivity(toElement);
        if (token.waitsForJob()) {
            modification.cancelTransitionInstance(tokenId);
        } else {
            modification.cancelActivityInstance(tokenId);
        }
        modification.execute();
    }

    private static void collect(ActivityInstance place, List<Token> tokens) {
        collectWaiting(place, tokens);
        if (place.getChildActivityInstances().length == 0 && place.getChildTransitionInstances().length == 0) {
            tokens.add(new Token(
                    place.getId(), place.getActivityId(), name(place.getActivityName(), place.getActivityId()), false));
        }
        Stream.of(place.getChildActivityInstances()).forEach(child -> collect(child, tokens));
    }

    private static void collectWaiting(ActivityInstance place, List<Token> tokens) {
        Stream.of(place.getChildTransitionInstances())
                .map(waiting -> new Token(
                        waiting.getId(),
                        waiting.getActivityId(),
                        name(waiting.getActivityName(), waiting.getActivityId()),
                        true))
                .forEach(tokens::add);
    }

    private Optional<ProcessInstance> instance(CaseNumber number) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .rootProcessInstances()
                .singleResult());
    }

    private static String name(@Nullable String name, String id) {
        return name == null || name.isBlank() ? id : name;
    }

    /**
     * A place where the case stands.
     *
     * @param id changes when the case leaves the place, even if it comes back
     * @param waitsForJob whether a job must run before or after the element
     */
    public record Token(String id, String element, String name, boolean waitsForJob) {}

    /** An element of the process by its id and its name in the model. */
    public record Step(String id, String name) {}
}
