package org.bihuan.engine;

import java.util.List;
import org.bihuan.startup.StartupRefusedException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Looks at every engine of the program before the first request: a library may have brought its own or changed ours. */
@Component
class EngineCheck implements SmartInitializingSingleton {

    private final List<ProcessEngine> engines;

    EngineCheck(List<ProcessEngine> engines) {
        this.engines = engines;
    }

    @Override
    public void afterSingletonsInstantiated() {
        engines.stream()
                .map(engine -> (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .forEach(EngineCheck::check);
    }

    static void check(ProcessEngineConfigurationImpl engine) {
        require(
                engine.getExpressionManager() instanceof ModelExpressionManager,
                "表达式由别的程序解析",
                "expressions are resolved by something else: " + nameOf(engine.getExpressionManager()));
        require(
                engine.getScriptEngineResolver() instanceof NoScripts,
                "脚本没有禁用",
                "scripts are not shut off: " + nameOf(engine.getScriptEngineResolver()));
        require(
                engine.getCustomPreDeployers() != null
                        && engine.getCustomPreDeployers().stream().anyMatch(DeploymentGuard.class::isInstance),
                "部署流程模型前没有检查",
                "models are not looked at before they are deployed");
        require(
                !engine.isJavaSerializationFormatEnabled(),
                "允许了 Java 序列化变量(javaSerializationFormatEnabled)",
                "variables may be serialised Java objects (javaSerializationFormatEnabled)");
        require(
                !engine.isEnableExpressionsInAdhocQueries() && !engine.isEnableExpressionsInStoredQueries(),
                "查询中允许了表达式(enableExpressionsIn…Queries)",
                "queries may hold expressions (enableExpressionsIn…Queries)");
        require(
                !engine.isEnableXxeProcessing(),
                "解析 XML 时允许了外部实体(enableXxeProcessing)",
                "XML may name outside entities (enableXxeProcessing)");
        require(
                !engine.isEnableScriptEngineLoadExternalResources()
                        && !engine.isEnableFetchScriptEngineFromProcessApplication(),
                "脚本引擎可以从外部载入",
                "script engines may be loaded from outside");
        require(
                !engine.isCmmnEnabled() && !engine.isStandaloneTasksEnabled(),
                "启用了 CMMN 或独立任务",
                "CMMN or standalone tasks are enabled");
    }

    private static String nameOf(Object found) {
        return found.getClass().getName();
    }

    private static void require(boolean condition, String chinese, String english) {
        if (!condition) {
            throw new StartupRefusedException(
                    "流程引擎的设置不安全:" + chinese + "。请去掉更改引擎设置的程序库或配置。",
                    "The settings of the process engine are not safe: " + english
                            + "; remove the library or the configuration that changes them.");
        }
    }
}
