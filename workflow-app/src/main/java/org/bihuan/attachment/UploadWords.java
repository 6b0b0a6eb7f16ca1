package org.bihuan.attachment;

import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;
import java.util.function.UnaryOperator;

/** What the browser's side of an upload says. */
final class UploadWords {

    private UploadWords() {}

    static UploadI18N of(UnaryOperator<String> translation) {
        String drop = translation.apply("photo.drop");
        String retry = translation.apply("photo.failed");
        return new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(drop).setMany(drop))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(translation.apply("photo.rejected.TOO_MANY"))
                        .setFileIsTooBig(translation.apply("photo.rejected.TOO_LARGE"))
                        .setIncorrectFileType(translation.apply("photo.rejected.UNSUPPORTED_TYPE")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(translation.apply("photo.connecting"))
                                .setStalled(translation.apply("photo.stalled"))
                                .setProcessing(translation.apply("photo.processing"))
                                .setHeld(translation.apply("photo.queued")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(translation.apply("photo.remaining"))
                                .setUnknown(translation.apply("photo.remainingUnknown")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(retry)
                                .setUnexpectedServerError(retry)
                                .setForbidden(retry)
                                .setFileTooLarge(translation.apply("photo.rejected.TOO_LARGE"))))
                .setFile(new UploadI18N.File()
                        .setRetry(translation.apply("photo.retry"))
                        .setStart(translation.apply("photo.start"))
                        .setRemove(translation.apply("photo.cancel")))
                .setUnits(List.of("B", "kB", "MB", "GB"));
    }
}
