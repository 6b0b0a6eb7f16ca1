package org.bihuan.incident.ui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.vaadin.flow.component.html.Image;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A QR code as a picture inside the page, so that the private link is in no request of its own. */
final class QrCode {

    private QrCode() {}

    static Image of(String text, String alternative) {
        try {
            BitMatrix matrix =
                    new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 2));
            String svg = svg(matrix);
            var image = new Image(
                    "data:image/svg+xml;base64,"
                            + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8)),
                    alternative);
            image.addClassName("incident-qr");
            return image;
        } catch (WriterException e) {
            throw new IllegalStateException("No QR code for a link of " + text.length() + " characters", e);
        }
    }

    private static String svg(BitMatrix matrix) {
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>""".formatted(matrix.getWidth(), path);
    }
}
