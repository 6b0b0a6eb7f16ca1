package org.bihuan.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/**
 * Looks at every model before the engine parses it: when it is deployed, and again whenever it is read back from the
 * database, so that one that was put there behind the program's back does not run either.
 */
class DeploymentGuard implements Deployer {

    private final ModelVocabulary vocabulary;

    DeploymentGuard(ModelVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        deployment.getResources().values().forEach(this::check);
    }

    private void check(ResourceEntity resource) {
        List<ModelFinding> findings;
        try {
            findings = findings(resource.getName(), resource.getBytes());
        } catch (BadModelException e) {
            findings = List.of(e.finding());
        }
        if (!findings.isEmpty()) {
            throw new ProcessEngineException("The model " + resource.getName() + " is refused: "
                    + findings.stream().map(ModelFinding::toString).collect(Collectors.joining("; ")));
        }
    }

    private List<ModelFinding> findings(String name, byte[] bytes) {
        if (name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml")) {
            return ModelGuard.findings(ModelXml.read(bytes), vocabulary);
        }
        if (name.endsWith(".dmn") || name.endsWith(".dmn11.xml")) {
            return DecisionGuard.findings(ModelXml.read(bytes));
        }
        return List.of(new ModelFinding(ModelRule.NOT_BPMN, 0, "", name));
    }
}
