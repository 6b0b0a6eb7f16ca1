package org.bihuan.attachment;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import org.bihuan.attachment.RejectedPhotoException.Reason;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder with the photos: {@code incoming} for those that wait for a case, {@code photos} for the others. Names are
 * random ids made here; nothing that a browser sent becomes part of a path. Files appear complete or not at all.
 */
@Component
class PhotoStore {

    /** 20 MB a file. */
    static final int MOST_BYTES = 20 * 1024 * 1024;

    private static final float QUALITY = 0.85f;

    private static final Duration WAITING = Duration.ofDays(1);

    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    private final Path incoming;
    private final Path photos;
    private final Clock clock;
    private final AtomicReference<Instant> lastSweep = new AtomicReference<>(Instant.EPOCH);

    PhotoStore(@Value("${bihuan.storage.folder:}") String folder, Clock clock) {
        if (folder.isBlank()) {
            throw new IllegalStateException("Photos have no place: set bihuan.storage.folder (environment variable"
                    + " BIHUAN_STORAGE_FOLDER) to a folder that the program may write to");
        }
        Path root = Path.of(folder).toAbsolutePath().normalize();
        this.incoming = root.resolve("incoming");
        this.photos = root.resolve("photos");
        this.clock = clock;
        try {
            Files.createDirectories(incoming);
            Files.createDirectories(photos);
            Files.delete(Files.createTempFile(incoming, "writable", ".part"));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The folder for photos cannot be written to: " + root + " (bihuan.storage.folder)", e);
        }
    }

    /**
     * Writes what comes in to a waiting file, never more than {@link #MOST_BYTES}.
     *
     * @throws RejectedPhotoException when it is empty or longer; then no file remains
     */
    Path receive(InputStream data) throws IOException {
        Path file = incoming.resolve(UUID.randomUUID() + ".raw");
        boolean complete = false;
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            byte[] buffer = new byte[1 << 16];
            long total = 0;
            for (int count = data.read(buffer); count >= 0; count = data.read(buffer)) {
                total += count;
                if (total > MOST_BYTES) {
                    throw new RejectedPhotoException(Reason.TOO_LARGE);
                }
                out.write(buffer, 0, count);
            }
            if (total == 0) {
                throw new RejectedPhotoException(Reason.EMPTY);
            }
            complete = true;
            return file;
        } finally {
            if (!complete) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Keeps a picture as a waiting JPEG without any metadata. */
    void write(UUID id, PhotoSize size, BufferedImage picture) throws IOException {
        Path file = waiting(id, size);
        Path part = incoming.resolve(file.getFileName() + ".part");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new FileImageOutputStream(part.toFile())) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Moves a waiting photo to the stored ones.
     *
     * @throws RejectedPhotoException when it waits no longer or the disk is full
     */
    void keep(UUID waitingId, UUID storedId) {
        for (PhotoSize size : PhotoSize.values()) {
            if (!Files.exists(waiting(waitingId, size))) {
                throw new RejectedPhotoException(Reason.EXPIRED);
            }
        }
        try {
            Files.createDirectories(stored(storedId, PhotoSize.FULL).getParent());
            for (PhotoSize size : PhotoSize.values()) {
                Files.move(waiting(waitingId, size), stored(storedId, size), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new RejectedPhotoException(Reason.NOT_STORED, e);
        }
    }

    /** Undoes {@link #keep}, so that people can send the same photos again after a failure. */
    void letGo(UUID waitingId, UUID storedId) throws IOException {
        for (PhotoSize size : PhotoSize.values()) {
            Path file = stored(storedId, size);
            if (Files.exists(file)) {
                Files.move(file, waiting(waitingId, size), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    void discard(UUID waitingId) throws IOException {
        for (PhotoSize size : PhotoSize.values()) {
            Files.deleteIfExists(waiting(waitingId, size));
        }
    }

    Path waiting(UUID id, PhotoSize size) {
        return incoming.resolve(name(id, size));
    }

    /** Two levels of folders, because one with a million files is slow to list and to back up. */
    Path stored(UUID id, PhotoSize size) {
        return stored(photos, id, size);
    }

    static Path stored(Path photos, UUID id, PhotoSize size) {
        String name = id.toString();
        return photos.resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name(id, size));
    }

    private static String name(UUID id, PhotoSize size) {
        return id + "-" + size.word() + ".jpg";
    }

    /** Deletes, now and then, what has been waiting for too long. */
    void sweep() throws IOException {
        Instant now = clock.instant();
        Instant last = lastSweep.get();
        if (now.isBefore(last.plus(BETWEEN_SWEEPS)) || !lastSweep.compareAndSet(last, now)) {
            return;
        }
        FileTime oldest = FileTime.from(now.minus(WAITING));
        List<Path> files;
        try (var listing = Files.list(incoming)) {
            files = listing.toList();
        }
        for (Path file : files) {
            // The other node may sweep the same folder.
            if (Files.exists(file) && Files.getLastModifiedTime(file).compareTo(oldest) < 0) {
                Files.deleteIfExists(file);
            }
        }
    }
}
