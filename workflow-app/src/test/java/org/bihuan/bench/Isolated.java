package org.bihuan.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A peer whose libraries the product would not start with: they are not on the class path but in a class loader of their
 * own, whose class path the build gives by {@code -Dbihuan.bench.flowable=}.
 */
final class Isolated extends URLClassLoader {

    private static final String PEER = "org.bihuan.bench.FlowablePeer";

    private Isolated(String classPath) {
        super(urls(classPath), Isolated.class.getClassLoader());
    }

    /** Flowable's peer; empty without the profile {@code bench}. */
    static Optional<EnginePeer> flowable(DataSource dataSource, String numbers) {
        String classPath = System.getProperty("bihuan.bench.flowable", "");
        if (classPath.isBlank()) {
            return Optional.empty();
        }
        // Open as long as the engine runs, that is to the end of the run.
        @SuppressWarnings("resource")
        var loader = new Isolated(classPath);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            return Optional.of((EnginePeer) loader.loadClass(PEER)
                    .getConstructor(DataSource.class, String.class)
                    .newInstance(dataSource, numbers));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** The peer itself lies on the class path of the tests and has to be defined here, where its libraries are. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!name.startsWith(PEER)) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] code = in.readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL[] urls(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .map(entry -> {
                    try {
                        return new File(entry).toURI().toURL();
                    } catch (MalformedURLException e) {
                        throw new IllegalArgumentException(e);
                    }
                })
                .toArray(URL[]::new);
    }
}
