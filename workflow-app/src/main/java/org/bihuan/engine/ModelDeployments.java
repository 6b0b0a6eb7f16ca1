package org.bihuan.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The versions of process models that the engine knows. Always inside the caller's transaction and rights. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ModelDeployments {

    /** Name of the deployments that the program makes of its own models when it starts. */
    static final String SHIPPED = "bihuan";

    private final RepositoryService repository;

    ModelDeployments(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * A version of a process.
     *
     * @param source name of the deployment that brought it
     */
    public record Version(String processKey, int number, Instant deployedAt, String source) {

        /** Whether the program brought it along. */
        public boolean shipped() {
            return source.equals(SHIPPED);
        }
    }

    /** All versions of the process, the newest, on which new cases start, first. */
    public List<Version> versions(String processKey) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(this::version)
                .toList();
    }

    private Version version(ProcessDefinition definition) {
        var deployment = repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult();
        return new Version(
                definition.getKey(),
                definition.getVersion(),
                deployment.getDeploymentTime().toInstant(),
                String.valueOf(deployment.getName()));
    }

    /** The model of the newest version as BPMN XML. */
    public String latest(String processKey) {
        ProcessDefinition definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .latestVersion()
                .singleResult();
        try (InputStream xml = repository.getProcessModel(definition.getId())) {
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes the model the newest version of its process. Cases that run stay on theirs.
     *
     * @param source name of the deployment; never that of the shipped ones, which the program compares at its start
     * @return the number of the new version
     */
    public int deploy(String processKey, String source, String xml) {
        if (source.equals(SHIPPED)) {
            throw new IllegalArgumentException("The name " + SHIPPED + " is for the program's own models");
        }
        repository
                .createDeployment()
                .name(source)
                .addInputStream(processKey + ".bpmn", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .deploy();
        return versions(processKey).getFirst().number();
    }
}
