package org.bihuan.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;

/**
 * A model of the program under a name that does not depend on the folder or jar it lies in: the engine deploys a file
 * again when its name is new to it, and would put it above a version that somebody approved.
 */
final class ShippedModelFile extends ByteArrayResource implements ContextResource {

    private final String name;

    private ShippedModelFile(String name, byte[] bytes) {
        super(bytes, name);
        this.name = name;
    }

    static Resource of(Resource file) {
        try {
            String url = file.getURL().toString();
            return new ShippedModelFile(url.substring(url.lastIndexOf("/bpmn/") + 1), file.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("The model " + file + " cannot be read", e);
        }
    }

    @Override
    public String getPathWithinContext() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShippedModelFile file && file.name.equals(name) && super.equals(other);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
