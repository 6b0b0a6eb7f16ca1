package org.bihuan.attachment;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Room on the disk of the photos. Below the threshold no photo is taken in, so that what remains is left to what cannot
 * wait; reports without photos go on.
 */
@Component
public class StorageSpace {

    private final Path folder;
    private final int leastFreePercent;
    private final Probe probe;

    @Autowired
    StorageSpace(
            @Value("${bihuan.storage.folder:}") String folder,
            @Value("${bihuan.storage.least-free-percent:5}") int leastFreePercent) {
        this(Path.of(folder).toAbsolutePath(), leastFreePercent, StorageSpace::ask);
    }

    StorageSpace(Path folder, int leastFreePercent, Probe probe) {
        this.folder = folder;
        this.leastFreePercent = leastFreePercent;
        this.probe = probe;
    }

    /** How it is at this moment. */
    public Space now() {
        Space space = probe.space(folder);
        return space == null ? new Space(0, 0, false, leastFreePercent) : space.atLeast(leastFreePercent);
    }

    private static @Nullable Space ask(Path folder) {
        try {
            FileStore store = Files.getFileStore(folder);
            return new Space(store.getTotalSpace(), store.getUsableSpace(), Files.isWritable(folder), 0);
        } catch (IOException e) {
            return null;
        }
    }

    /** Asks the file system; nothing when it does not answer. */
    interface Probe {
        @Nullable Space space(Path folder);
    }

    /**
     * Room on the disk.
     *
     * @param total bytes of the disk
     * @param free bytes that the program may still write
     * @param writable whether the folder can be written to
     * @param leastFreePercent below it no photo is taken in
     */
    public record Space(long total, long free, boolean writable, int leastFreePercent) {

        /** Share that is free, in percent. */
        public int freePercent() {
            return total == 0 ? 0 : (int) (free * 100.0 / total);
        }

        /** Whether photos are refused. */
        public boolean scarce() {
            return !writable || freePercent() < leastFreePercent;
        }

        private Space atLeast(int percent) {
            return new Space(total, free, writable, percent);
        }
    }
}
