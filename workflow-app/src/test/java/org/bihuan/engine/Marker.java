package org.bihuan.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;

/** What an attack tries to reach: a bean that is hidden from models, or a class that a model names. */
public class Marker {

    private static final Map<String, Integer> TOUCHED = new ConcurrentHashMap<>();

    /** Called when a payload has run. */
    public static String touch(String payload) {
        TOUCHED.merge(payload, 1, Integer::sum);
        return "touched";
    }

    /** What expressions call. */
    public String reach(String payload) {
        return touch(payload);
    }

    static int touches() {
        return TOUCHED.values().stream().mapToInt(Integer::intValue).sum();
    }

    static void forget() {
        TOUCHED.clear();
    }

    /** A class that a model could name; public, or the engine could not make it. */
    public static class Code implements JavaDelegate, ExecutionListener, TaskListener {

        /** What making it already does. */
        public Code() {
            touch("constructor");
        }

        @Override
        public void execute(DelegateExecution execution) {
            touch("execute");
        }

        @Override
        public void notify(DelegateExecution execution) {
            touch("notify execution");
        }

        @Override
        public void notify(DelegateTask task) {
            touch("notify task");
        }
    }

    /** A bean that the engine could use and that is no delegate of models. */
    public static class Hidden implements ActivityBehavior, ExecutionListener, TaskListener {

        @Override
        public void execute(ActivityExecution execution) {
            touch("behaviour");
        }

        @Override
        public void notify(DelegateExecution execution) {
            touch("hidden execution listener");
        }

        @Override
        public void notify(DelegateTask task) {
            touch("hidden task listener");
        }
    }
}
