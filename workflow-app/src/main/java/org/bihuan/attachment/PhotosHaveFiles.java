package org.bihuan.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Every photo of a case lies in the folder in both sizes, and what lies there belongs to a case. */
@Component
class PhotosHaveFiles implements Invariant {

    /** A file is moved to its place before the transaction of its row ends, and a row that is undone takes it along. */
    private static final Duration UNDER_WAY = Duration.ofHours(1);

    private static final int UUID_LENGTH = 36;

    private final PhotoCheckMapper mapper;
    private final Path photos;

    PhotosHaveFiles(PhotoCheckMapper mapper, @Value("${bihuan.storage.folder:}") String folder) {
        this.mapper = mapper;
        this.photos = Path.of(folder).toAbsolutePath().normalize().resolve("photos");
    }

    @Override
    public Meaning meaning() {
        return new Meaning(2, "照片记录与照片文件一致", "photos and their files match one to one");
    }

    @Override
    public void check(CheckScope scope, Findings findings) {
        List<PhotoCheckMapper.Line> page = mapper.after("", PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(photo -> !complete(photo.id()))
                    .forEach(photo -> findings.add(photo.caseNumber() + " photo " + photo.id()));
            page = mapper.after(page.getLast().id(), PAGE);
        }
        filesWithoutPhoto(scope.now().minus(UNDER_WAY), findings);
    }

    private boolean complete(String id) {
        for (PhotoSize size : PhotoSize.values()) {
            if (!Files.isRegularFile(PhotoStore.stored(photos, UUID.fromString(id), size))) {
                return false;
            }
        }
        return true;
    }

    private void filesWithoutPhoto(Instant oldest, Findings findings) {
        if (!Files.isDirectory(photos)) {
            return;
        }
        try (Stream<Path> files = Files.walk(photos)) {
            var page = new ArrayList<Path>();
            for (Iterator<Path> all = files.filter(Files::isRegularFile).iterator(); all.hasNext(); ) {
                Path file = all.next();
                if (isOlder(file, oldest)) {
                    page.add(file);
                }
                if (page.size() == PAGE) {
                    compare(page, findings);
                    page.clear();
                }
            }
            compare(page, findings);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of photos cannot be read: " + photos, e);
        }
    }

    private static boolean isOlder(Path file, Instant moment) throws IOException {
        try {
            // Where the system tells when a file was moved: a photo may have waited for its case a while.
            boolean tells = file.getFileSystem().supportedFileAttributeViews().contains("unix");
            FileTime changed =
                    tells ? (FileTime) Files.getAttribute(file, "unix:ctime") : Files.getLastModifiedTime(file);
            return changed.toInstant().isBefore(moment);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private void compare(List<Path> files, Findings findings) {
        if (files.isEmpty()) {
            return;
        }
        var known = new HashSet<>(
                mapper.known(files.stream().map(PhotosHaveFiles::id).toList()));
        files.stream()
                .filter(file -> !known.contains(id(file)))
                .forEach(file -> findings.add("file " + file.getFileName()));
    }

    private static String id(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, Math.min(UUID_LENGTH, name.length()));
    }
}
