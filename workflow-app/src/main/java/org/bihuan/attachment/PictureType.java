package org.bihuan.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.bihuan.attachment.RejectedPhotoException.Reason;

/** What a file really is, told by its first bytes; names and content types of browsers are not believed. */
enum PictureType {
    JPEG,
    PNG,
    GIF,
    BMP,
    /** Taken only where a reader for it is installed; Java has none of its own. */
    WEBP;

    /** First bytes that {@link #of} needs. */
    static final int HEADER = 34;

    private static final Set<String> OTHER_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

    /**
     * Tells the type.
     *
     * @throws RejectedPhotoException when it is no picture or of a kind that is not taken
     */
    static PictureType of(byte[] header) {
        String latin = new String(header, StandardCharsets.ISO_8859_1);
        if (latin.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (latin.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (latin.startsWith("GIF87a") || latin.startsWith("GIF89a")) {
            return GIF;
        }
        if (latin.startsWith("BM") && header.length == HEADER) {
            return bitmap(ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN));
        }
        if (latin.startsWith("RIFF") && latin.startsWith("WEBP", 8)) {
            if (ImageIO.getImageReadersByFormatName("webp").hasNext()) {
                return WEBP;
            }
            throw new RejectedPhotoException(Reason.UNSUPPORTED_TYPE);
        }
        boolean otherPicture = latin.startsWith("II*\0")
                || latin.startsWith("MM\0*")
                || latin.startsWith("8BPS")
                || latin.startsWith("ftyp", 4) && OTHER_BRANDS.contains(latin.substring(8, 12));
        throw new RejectedPhotoException(otherPicture ? Reason.UNSUPPORTED_TYPE : Reason.NOT_A_PICTURE);
    }

    /** A bitmap may wrap a JPEG or PNG whose real size its header does not tell. */
    private static PictureType bitmap(ByteBuffer header) {
        int headerSize = header.getInt(14);
        if (headerSize != 12 && (headerSize < 40 || headerSize > 124)) {
            throw new RejectedPhotoException(Reason.NOT_A_PICTURE);
        }
        int compression = headerSize == 12 ? 0 : header.getInt(30);
        if (compression == 4 || compression == 5) {
            throw new RejectedPhotoException(Reason.UNSUPPORTED_TYPE);
        }
        return BMP;
    }

    ImageReader reader() {
        return ImageIO.getImageReadersByFormatName(name()).next();
    }
}
