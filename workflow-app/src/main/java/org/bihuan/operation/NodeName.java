package org.bihuan.operation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Name of this node among all: host and port, or what {@code bihuan.operation.node} says. */
@Component
class NodeName {

    private static final int LONGEST = 64;

    private final String value;

    NodeName(@Value("${bihuan.operation.node:}") String given, @Value("${server.port:8080}") String port) {
        this.value = PersonalData.cut(given.isBlank() ? host() + ":" + port : given, LONGEST);
    }

    String value() {
        return value;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node";
        }
    }
}
