package org.bihuan.operation;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Failures as other programs read them (RFC 9457). */
final class Problems {

    private Problems() {}

    static ResponseEntity<Object> unexpected(String errorId) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "程序出错,请稍后再试;如再出现,把错误编号告诉管理员。 The program failed; tell the administrator the number.");
        problem.setProperty("errorId", errorId);
        // Not the address, which Spring would put there: it may be a resident's secret.
        problem.setInstance(URI.create("urn:bihuan:error:" + errorId));
        return ResponseEntity.internalServerError()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    static ResponseEntity<Object> outage() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "暂时连不上数据库,请稍后再试。 The database cannot be reached; try again later.");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(PlainPage.RETRY_SECONDS))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    static ResponseEntity<Object> plain(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatus(status));
    }
}
