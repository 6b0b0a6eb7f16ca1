package org.bihuan.bench;

/** A workflow engine of its own, in a schema of its own. */
public interface EnginePeer extends Peers.Approving, Peers.Racing, Peers.Dispatching, Peers.Listing, AutoCloseable {

    @Override
    void close();
}
