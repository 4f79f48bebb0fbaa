package org.memcensus.source;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.BasePackFetchConnection;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PackTransport;
import org.eclipse.jgit.transport.PushConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TcpTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportProtocol;
import org.eclipse.jgit.transport.URIish;

/**
 * The {@code git://} protocol for clones, with time-outs that hold. JGit's own interrupts the thread that reads, and a
 * socket of today's Java does not hear that: a host that accepts and then says nothing would be waited for without end.
 */
final class GitTcp extends TransportProtocol {
    private static final int PORT = 9418;

    /** JGit itself holds protocols only weakly. */
    private static final GitTcp ONE = new GitTcp();

    private GitTcp() {}

    /** Makes JGit ask here first. */
    static void install() {
        Transport.register(ONE);
    }

    @Override
    public String getName() {
        return "git";
    }

    @Override
    public Set<String> getSchemes() {
        return Set.of("git");
    }

    @Override
    public Set<URIishField> getRequiredFields() {
        return Set.of(URIishField.HOST, URIishField.PATH);
    }

    @Override
    public Set<URIishField> getOptionalFields() {
        return Set.of(URIishField.PORT);
    }

    @Override
    public int getDefaultPort() {
        return PORT;
    }

    @Override
    public boolean canHandle(URIish uri, Repository local, String remoteName) {
        return local instanceof CloneRepository
                && "git".equals(uri.getScheme())
                && super.canHandle(uri, local, remoteName);
    }

    @Override
    public Transport open(URIish uri, Repository local, String remoteName) throws NotSupportedException {
        if (local instanceof CloneRepository clone) {
            return new Tcp(clone, uri);
        }
        throw new NotSupportedException("only clones");
    }

    private static final class Tcp extends TcpTransport implements PackTransport {
        private final CloneRepository clone;

        Tcp(CloneRepository clone, URIish uri) {
            super(clone, uri);
            this.clone = clone;
        }

        @Override
        public FetchConnection openFetch() throws TransportException {
            return openFetch(List.of());
        }

        @Override
        public FetchConnection openFetch(Collection<RefSpec> specs, String... patterns) throws TransportException {
            return new Fetch(this, specs, patterns);
        }

        @Override
        public PushConnection openPush() throws NotSupportedException {
            throw new NotSupportedException("memcensus never pushes");
        }

        @Override
        public void close() {
            // Each connection closes its own socket.
        }
    }

    private static final class Fetch extends BasePackFetchConnection {
        private final Socket socket;

        Fetch(Tcp tcp, Collection<RefSpec> specs, String... patterns) throws TransportException {
            super(tcp);
            CloneWatch watch = tcp.clone.watch();
            int port = uri.getPort() > 0 ? uri.getPort() : PORT;
            socket = new Socket();
            try {
                int millis = watch.limits().silenceSeconds() * 1000;
                socket.connect(new InetSocketAddress(uri.getHost(), port), millis);
                socket.setSoTimeout(millis);
                init(
                        new BufferedInputStream(watch.ofHost(socket.getInputStream())),
                        new BufferedOutputStream(socket.getOutputStream()));
                String host = uri.getPort() > 0 ? uri.getHost() + ":" + port : uri.getHost();
                pckOut.writeString("git-upload-pack " + uri.getPath() + "\0host=" + host + "\0\0version=2\0");
                pckOut.flush();
            } catch (IOException | RuntimeException e) {
                close();
                throw new TransportException(uri, String.valueOf(e.getMessage()), e);
            }
            if (!readAdvertisedRefs()) {
                lsRefs(specs, patterns);
            }
        }

        @Override
        public void close() {
            super.close();
            try {
                socket.close();
            } catch (IOException e) {
                // It is of no more use either way.
            }
        }
    }
}
