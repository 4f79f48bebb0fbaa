package org.memcensus.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A host on the loopback address that does with each connection what a test says. */
public final class FaultyHost implements AutoCloseable {
    private final ServerSocket server;
    private final Behaviour behaviour;
    private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());

    /** What is done with a connection. */
    public interface Behaviour {
        void serve(Socket client) throws IOException, InterruptedException;
    }

    public FaultyHost(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    /** Accepts, and never says a word. */
    public static FaultyHost silent() throws IOException {
        return new FaultyHost(client -> {});
    }

    /** Says a letter now and then, for ever. */
    public static FaultyHost endless() throws IOException {
        return new FaultyHost(client -> {
            // The length of a line that is never whole.
            client.getOutputStream().write(new byte[] {'f', 'f', 'f', '0'});
            while (true) {
                client.getOutputStream().write('a');
                client.getOutputStream().flush();
                Thread.sleep(20);
            }
        });
    }

    /** Hands everything on to another host, and changes what comes back. */
    public static FaultyHost before(int port, Change change) throws IOException {
        return new FaultyHost(client -> {
            try (Socket origin = new Socket(InetAddress.getLoopbackAddress(), port)) {
                daemon(() -> copy(client.getInputStream(), origin.getOutputStream()));
                InputStream in = origin.getInputStream();
                OutputStream out = client.getOutputStream();
                byte[] buffer = new byte[1000];
                long place = 0;
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    if (!change.pass(buffer, n, place)) {
                        break;
                    }
                    out.write(buffer, 0, n);
                    out.flush();
                    place += n;
                }
            }
            client.close();
        });
    }

    /** What is done with a piece of an answer; false to cut the connection before it. */
    public interface Change {
        boolean pass(byte[] bytes, int length, long place);
    }

    public int port() {
        return server.getLocalPort();
    }

    public int connections() {
        return sockets.size();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = server.accept();
            sockets.add(client);
            daemon(() -> behaviour.serve(client));
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        in.transferTo(out);
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException e) {
                // The other side went away, or the test is over.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : List.copyOf(sockets)) {
            socket.close();
        }
    }
}
