package org.bihuan.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.Mockito.mock;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.bihuan.attachment.RejectedPhotoException.Reason;
import org.bihuan.rights.CaseReading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreparePhotoTest {

    static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    @TempDir
    Path folder;

    PhotoStore store;

    PhotoService service;

    @BeforeEach
    void open() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        store = new PhotoStore(folder.toString(), clock);
        service = new PhotoService(
                store, PhotoFixtures.room(50), mock(PhotoMapper.class), mock(CaseReading.class), clock);
    }

    @Nested
    class Takes {

        @ParameterizedTest
        @ValueSource(strings = {"jpeg", "png", "gif", "bmp"})
        void picturesOfEachType(String format) throws Exception {
            PreparedPhoto photo = prepare(PhotoFixtures.encoded(PhotoFixtures.quarters(64, 32), format));

            assertThat(picture(photo, PhotoSize.FULL)).satisfies(image -> {
                assertThat(image.getWidth()).isEqualTo(64);
                assertThat(image.getHeight()).isEqualTo(32);
                assertThat(near(image, 8, 8, PhotoFixtures.TOP_LEFT)).isTrue();
            });
        }

        @Test
        void largePhotosSmallerAndWithThumbnail() throws Exception {
            PreparedPhoto photo = prepare(PhotoFixtures.jpeg(6000, 3000));

            assertThat(List.of(photo.width(), photo.height())).containsExactly(2560, 1280);
            assertThat(picture(photo, PhotoSize.FULL).getWidth()).isEqualTo(2560);
            assertThat(picture(photo, PhotoSize.THUMB).getWidth()).isEqualTo(320);
            assertThat(picture(photo, PhotoSize.THUMB).getHeight()).isEqualTo(160);
        }

        @Test
        void extremelyNarrowPictures() throws Exception {
            PreparedPhoto photo = prepare(PhotoFixtures.encoded(PhotoFixtures.quarters(30_000, 2), "png"));

            assertThat(List.of(photo.width(), photo.height())).containsExactly(2560, 1);
        }

        @ParameterizedTest(name = "orientation {0}")
        @CsvSource({
            "1, 64, 32, RED GREEN BLUE WHITE",
            "2, 64, 32, GREEN RED WHITE BLUE",
            "3, 64, 32, WHITE BLUE GREEN RED",
            "4, 64, 32, BLUE WHITE RED GREEN",
            "5, 32, 64, RED BLUE GREEN WHITE",
            "6, 32, 64, BLUE RED WHITE GREEN",
            "7, 32, 64, WHITE GREEN BLUE RED",
            "8, 32, 64, GREEN WHITE RED BLUE",
            "9, 64, 32, RED GREEN BLUE WHITE",
        })
        void turnedPhotosUpright(int orientation, int width, int height, String corners) throws Exception {
            BufferedImage image = picture(prepare(PhotoFixtures.fromPhone(64, 32, orientation)), PhotoSize.FULL);

            assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(width, height);
            List<Color> colours =
                    Stream.of(corners.split(" ")).map(PreparePhotoTest::colour).toList();
            assertThat(near(image, 4, 4, colours.get(0))).isTrue();
            assertThat(near(image, width - 5, 4, colours.get(1))).isTrue();
            assertThat(near(image, 4, height - 5, colours.get(2))).isTrue();
            assertThat(near(image, width - 5, height - 5, colours.get(3))).isTrue();
        }

        @Test
        void transparentPicturesOnWhite() throws Exception {
            var glass = new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB);

            BufferedImage image = picture(prepare(PhotoFixtures.encoded(glass, "png")), PhotoSize.FULL);

            assertThat(near(image, 8, 8, Color.WHITE)).isTrue();
        }

        @Test
        void picturesInTheColoursOfPrint() throws Exception {
            BufferedImage image = picture(prepare(PhotoFixtures.cyanForPrint(32, 32)), PhotoSize.FULL);

            assertThat(near(image, 16, 16, Color.CYAN)).isTrue();
        }
    }

    @Nested
    class Keeps {

        @ParameterizedTest
        @ValueSource(strings = {"FULL", "THUMB"})
        void nothingThatTellsWhereAndWithWhatItWasShot(PhotoSize size) throws Exception {
            byte[] original = PhotoFixtures.withSegment(
                    PhotoFixtures.fromPhone(64, 32, 6),
                    0xFE,
                    "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
            assertThat(text(original)).contains("Exif", "SECRETS", "<script>");

            PreparedPhoto photo = prepare(original);

            Path file = store.waiting(photo.id(), size);
            assertThat(text(Files.readAllBytes(file))).doesNotContain("Exif", "SECRETS", "<script>");
            try (InputStream in = Files.newInputStream(file)) {
                assertThat(ImageMetadataReader.readMetadata(in).getDirectories())
                        .extracting(Directory::getName)
                        .containsExactlyInAnyOrder("JPEG", "JFIF", "Huffman", "File Type");
            }
        }

        @Test
        void onlyTheTwoPicturesUnderRandomNames() throws Exception {
            PreparedPhoto photo =
                    service.prepare("../../../evil.jpg", new ByteArrayInputStream(PhotoFixtures.jpeg(64, 32)));

            assertThat(files())
                    .containsExactlyInAnyOrder(
                            "incoming/" + photo.id() + "-full.jpg", "incoming/" + photo.id() + "-thumb.jpg");
            assertThat(photo.fileName()).isEqualTo("evil.jpg");
        }

        @Test
        void nothingForLongerThanADayUnlessACaseTakesIt() throws Exception {
            PreparedPhoto old = prepare(PhotoFixtures.jpeg(64, 32));
            for (PhotoSize size : PhotoSize.values()) {
                Files.setLastModifiedTime(
                        store.waiting(old.id(), size), FileTime.from(NOW.minus(Duration.ofHours(25))));
            }
            Clock later = Clock.fixed(NOW.plus(Duration.ofHours(2)), ZoneOffset.UTC);
            new PhotoStore(folder.toString(), later).sweep();

            assertThat(files()).isEmpty();
            assertThat(service.preview(old)).isEmpty();
        }
    }

    @Nested
    class Refuses {

        static Stream<Arguments> whatIsNoGoodPhoto() {
            byte[] jpeg = PhotoFixtures.jpeg(400, 300);
            byte[] png = PhotoFixtures.encoded(PhotoFixtures.quarters(400, 300), "png");
            byte[] gif = PhotoFixtures.encoded(PhotoFixtures.quarters(400, 300), "gif");
            byte[] bmp = PhotoFixtures.encoded(PhotoFixtures.quarters(400, 300), "bmp");
            return Stream.of(
                    arguments("nothing", new byte[0], Reason.EMPTY),
                    arguments("one byte", new byte[] {(byte) 0xFF}, Reason.NOT_A_PICTURE),
                    arguments("text", bytes("this is no picture"), Reason.NOT_A_PICTURE),
                    arguments("HTML", bytes("<!doctype html><script>alert(1)</script>"), Reason.NOT_A_PICTURE),
                    arguments("SVG", bytes("<svg xmlns='http://www.w3.org/2000/svg'/>"), Reason.NOT_A_PICTURE),
                    arguments("program", bytes("MZ\u0090\0 and more of it"), Reason.NOT_A_PICTURE),
                    arguments("PDF", bytes("%PDF-1.7 and more of it and more"), Reason.NOT_A_PICTURE),
                    arguments(
                            "text that begins like a bitmap",
                            bytes("BM is the best there is, I tell you."),
                            Reason.NOT_A_PICTURE),
                    arguments(
                            "script that begins like a GIF",
                            bytes("GIF89a=1;alert(document.cookie)//////"),
                            Reason.BROKEN),
                    arguments("HEIC", bytes("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"), Reason.UNSUPPORTED_TYPE),
                    arguments("WebP", bytes("RIFF\0\0\0\0WEBPVP8 and more of it"), Reason.UNSUPPORTED_TYPE),
                    arguments("TIFF", bytes("II*\0\u0008\0\0\0 and more of it"), Reason.UNSUPPORTED_TYPE),
                    arguments("bitmap around a JPEG", PhotoFixtures.bmpThatWraps(4), Reason.UNSUPPORTED_TYPE),
                    arguments("bitmap around a PNG", PhotoFixtures.bmpThatWraps(5), Reason.UNSUPPORTED_TYPE),
                    arguments("half a JPEG", PhotoFixtures.start(jpeg, 0.5), Reason.BROKEN),
                    arguments("head of a JPEG", PhotoFixtures.start(jpeg, 0.05), Reason.BROKEN),
                    arguments("half a PNG", PhotoFixtures.start(png, 0.5), Reason.BROKEN),
                    arguments("half a GIF", PhotoFixtures.start(gif, 0.5), Reason.BROKEN),
                    arguments("half a bitmap", PhotoFixtures.start(bmp, 0.5), Reason.BROKEN),
                    arguments("flood of pixels", PhotoFixtures.pngThatClaims(100_000, 100_000), Reason.TOO_MANY_PIXELS),
                    arguments(
                            "overflow of pixels", PhotoFixtures.pngThatClaims(65_536, 65_537), Reason.TOO_MANY_PIXELS),
                    arguments("many pixels promised", PhotoFixtures.pngThatClaims(7000, 7000), Reason.BROKEN),
                    arguments("endless scans", scans(50), Reason.BROKEN));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource
        void whatIsNoGoodPhoto(String what, byte[] data, Reason reason) throws Exception {
            assertThatThrownBy(() -> prepare(data))
                    .isInstanceOfSatisfying(
                            RejectedPhotoException.class,
                            e -> assertThat(e.reason()).isEqualTo(reason));
            assertThat(files()).isEmpty();
        }

        @Test
        void fortyMegabytesWithoutReadingThemAll() throws Exception {
            var endless = new InputStream() {

                long given;

                @Override
                public int read() {
                    given++;
                    return 0xFF;
                }

                @Override
                public int read(byte[] buffer, int offset, int length) {
                    if (given >= 40L * 1024 * 1024) {
                        return -1;
                    }
                    given += length;
                    return length;
                }
            };

            assertThatThrownBy(() -> service.prepare("big.jpg", endless))
                    .isInstanceOfSatisfying(
                            RejectedPhotoException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
            assertThat(endless.given).isLessThanOrEqualTo(PhotoStore.MOST_BYTES + (1 << 16));
            assertThat(files()).isEmpty();
        }

        private static byte[] scans(int count) {
            byte[] data = PhotoFixtures.jpeg(16, 16);
            for (int i = 0; i < count; i++) {
                data = PhotoFixtures.withSegment(data, 0xDA, new byte[4]);
            }
            return data;
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    @Nested
    class Storage {

        @Test
        void mustBeNamed() {
            assertThatThrownBy(() -> new PhotoStore(" ", Clock.systemUTC()))
                    .hasMessageContaining("set bihuan.storage.folder");
        }

        @Test
        void mustBeWritable() throws Exception {
            Path file = Files.writeString(folder.resolve("file"), "");

            assertThatThrownBy(() -> new PhotoStore(file.toString(), Clock.systemUTC()))
                    .hasMessageContaining("cannot be written to");
        }
    }

    private PreparedPhoto prepare(byte[] data) {
        return service.prepare("photo.jpg", new ByteArrayInputStream(data));
    }

    private BufferedImage picture(PreparedPhoto photo, PhotoSize size) throws Exception {
        return ImageIO.read(store.waiting(photo.id(), size).toFile());
    }

    private List<String> files() throws Exception {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.ISO_8859_1);
    }

    private static Color colour(String name) {
        return switch (name) {
            case "RED" -> Color.RED;
            case "GREEN" -> Color.GREEN;
            case "BLUE" -> Color.BLUE;
            default -> Color.WHITE;
        };
    }

    private static boolean near(BufferedImage image, int x, int y, Color expected) {
        var actual = new Color(image.getRGB(x, y));
        return Math.abs(actual.getRed() - expected.getRed()) < 40
                && Math.abs(actual.getGreen() - expected.getGreen()) < 40
                && Math.abs(actual.getBlue() - expected.getBlue()) < 40;
    }
}
