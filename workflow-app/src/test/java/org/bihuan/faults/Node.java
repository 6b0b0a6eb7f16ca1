package org.bihuan.faults;

import org.bihuan.BihuanApplication;
import org.springframework.boot.SpringApplication;

/**
 * One node of the program as a JVM of its own, with a control endpoint through which the harness acts as people do.
 * Settings come as system properties: {@code bihuan.faults.control} is the port of the endpoint.
 */
public final class Node {

    private Node() {}

    /** Starts the program, then the endpoint. */
    public static void main(String[] args) {
        new SpringApplication(BihuanApplication.class, NodeActs.class, NodeFaults.class, NodeControl.class).run(args);
    }
}
