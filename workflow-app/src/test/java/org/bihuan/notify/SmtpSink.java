package org.bihuan.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A mail server that keeps what it is sent; on this machine only. */
final class SmtpSink implements AutoCloseable {

    /** A mail as it came over the wire. */
    record Mail(String to, String data) {}

    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Mail> arriving = new LinkedBlockingQueue<>();
    private final ServerSocket server;

    SmtpSink() throws IOException {
        this(0);
    }

    SmtpSink(int port) throws IOException {
        server = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    List<Mail> mails() {
        return List.copyOf(mails);
    }

    /** The next mail, as soon as it is there; empty when none comes in time. */
    Optional<Mail> await(Duration longest) throws InterruptedException {
        return Optional.ofNullable(arriving.poll(longest.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                talk(socket);
            } catch (IOException e) {
                // closed, or the other side hung up
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        var out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
        out.print("220 sink\r\n");
        out.flush();
        String to = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.toUpperCase(Locale.ROOT);
            String answer = "250 ok";
            if (verb.startsWith("RCPT TO:")) {
                to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                answer = to.startsWith("nobody") ? "550 no such user" : "250 ok";
            } else if (verb.equals("DATA")) {
                out.print("354 go on\r\n");
                out.flush();
                var mail = new Mail(to, data(in));
                mails.add(mail);
                arriving.add(mail);
            } else if (verb.equals("QUIT")) {
                answer = "221 bye";
            }
            out.print(answer + "\r\n");
            out.flush();
        }
    }

    private static String data(BufferedReader in) throws IOException {
        var data = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            data.append(line).append('\n');
        }
        return data.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
