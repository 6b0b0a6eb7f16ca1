package org.bihuan.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a node and its database and makes the line slow, deaf or broken. */
final class Proxy implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final ServerSocket door;
    private final int target;
    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();

    private volatile Duration delay = Duration.ZERO;

    Proxy(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Every answer of the database takes this much longer. */
    void slow(Duration by) {
        delay = by;
    }

    /** Lines that are open now swallow everything and answer nothing, as when a firewall forgot them; new ones work. */
    void deafen() {
        pairs.forEach(pair -> pair.deaf = true);
    }

    /** Breaks all lines that are open now. */
    void cut() {
        pairs.forEach(Pair::close);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket node = door.accept();
                Socket database;
                try {
                    database = new Socket(InetAddress.getLoopbackAddress(), target);
                } catch (IOException e) {
                    node.close();
                    continue;
                }
                var pair = new Pair(node, database);
                pairs.add(pair);
                Thread.ofVirtual().start(() -> pair.pump(pair.node, pair.database, false));
                Thread.ofVirtual().start(() -> pair.pump(pair.database, pair.node, true));
            } catch (IOException e) {
                // The proxy closes, or the node has gone already.
            }
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private final class Pair {

        private final Socket node;
        private final Socket database;
        private volatile boolean deaf;

        Pair(Socket node, Socket database) throws IOException {
            this.node = node;
            this.database = database;
            node.setTcpNoDelay(true);
            database.setTcpNoDelay(true);
        }

        void pump(Socket from, Socket to, boolean answers) {
            byte[] buffer = new byte[BUFFER];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    if (answers && !delay.isZero()) {
                        Waiting.last(delay);
                    }
                    if (!deaf) {
                        out.write(buffer, 0, count);
                        out.flush();
                    }
                }
            } catch (IOException e) {
                // The other side has gone.
            }
            if (!deaf) {
                close();
            }
        }

        void close() {
            pairs.remove(this);
            try {
                node.close();
                database.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
