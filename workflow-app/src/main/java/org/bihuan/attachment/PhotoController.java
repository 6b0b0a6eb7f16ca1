package org.bihuan.attachment;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.org.CurrentUser;
import org.bihuan.rights.CaseReading;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves photos. Whoever may not see one gets the same answer as for one that does not exist, so that ids cannot be
 * tried out.
 */
@RestController
class PhotoController {

    private final PhotoMapper mapper;
    private final PhotoStore store;
    private final CurrentUser currentUser;
    private final CaseReading reading;

    PhotoController(PhotoMapper mapper, PhotoStore store, CurrentUser currentUser, CaseReading reading) {
        this.mapper = mapper;
        this.store = store;
        this.currentUser = currentUser;
        this.reading = reading;
    }

    @GetMapping("/photos/{id}")
    ResponseEntity<Resource> forStaff(@PathVariable String id, @RequestParam(defaultValue = "full") String size) {
        return serve(id, size, number -> currentUser.staffId().isPresent() && reading.may(number));
    }

    @GetMapping("/t/{token}/photos/{id}")
    ResponseEntity<Resource> forReporter(
            @PathVariable String token, @PathVariable String id, @RequestParam(defaultValue = "full") String size) {
        return serve(
                id,
                size,
                number -> reading.byToken(token).filter(number::equals).isPresent());
    }

    private ResponseEntity<Resource> serve(String id, String size, Predicate<CaseNumber> mayRead) {
        Optional<PhotoSize> wanted = PhotoSize.of(size);
        return id(id).map(UUID::toString)
                .map(mapper::find)
                .filter(photo -> mayRead.test(new CaseNumber(photo.caseNumber())))
                .flatMap(photo -> wanted.map(s -> store.stored(UUID.fromString(photo.id()), s))
                        .filter(Files::exists)
                        .map(file -> answer(file, photo.fileName())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<Resource> answer(Path file, String fileName) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                // A photo never changes; the hour bounds how long a withdrawn right may still show it.
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(fileName, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new FileSystemResource(file));
    }
}
