package org.memcensus.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URL;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;
import org.jspecify.annotations.Nullable;

/** HTTP whose answers pass under the eyes of a watch. */
final class WatchedHttp extends JDKHttpConnectionFactory {
    private final CloneWatch watch;

    WatchedHttp(CloneWatch watch) {
        this.watch = watch;
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        return new Connection(url, null);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        return new Connection(url, proxy);
    }

    private final class Connection extends JDKHttpConnection {
        Connection(URL url, @Nullable Proxy proxy) throws IOException {
            super(url, proxy == null ? Proxy.NO_PROXY : proxy);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return watch.ofHost(super.getInputStream());
        }
    }
}
