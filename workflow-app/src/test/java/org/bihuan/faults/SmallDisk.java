package org.bihuan.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A file system of a few megabytes in memory, which only root can make; without it the folder is a plain one. */
final class SmallDisk implements AutoCloseable {

    private static final int MEGABYTE = 1 << 20;

    final Path folder;
    private final boolean mounted;

    SmallDisk(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.mounted = run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder.toString());
    }

    /** Lets go of what a killed run left behind. */
    static void release(Path folder) throws InterruptedException {
        run("umount", "-l", folder.toString());
    }

    boolean isSmall() {
        return mounted;
    }

    /** Leaves no byte free. */
    void fill() throws IOException {
        try (var out = Files.newOutputStream(filler())) {
            var zeros = new byte[MEGABYTE];
            for (int size = zeros.length; size > 0; ) {
                try {
                    out.write(zeros, 0, size);
                } catch (IOException e) {
                    size /= 2;
                }
            }
        }
    }

    void free() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            // No such program here.
            return false;
        }
    }

    @Override
    public void close() {
        if (mounted) {
            try {
                // Lazily: whoever still reads in it ends soon.
                release(folder);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
