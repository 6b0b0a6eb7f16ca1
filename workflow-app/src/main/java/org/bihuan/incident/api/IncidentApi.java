package org.bihuan.incident.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bihuan.api.ApiWords;
import org.bihuan.api.Problem;
import org.bihuan.api.Problem.FieldProblem;
import org.bihuan.api.ProblemException;
import org.bihuan.api.StrictJson;
import org.bihuan.audit.AuditLog;
import org.bihuan.form.InvalidFormException;
import org.bihuan.idempotency.SendKey;
import org.bihuan.incident.Incident;
import org.bihuan.incident.IncidentCatalog;
import org.bihuan.incident.IncidentCategory;
import org.bihuan.incident.IncidentFollowUp;
import org.bihuan.incident.IncidentIntake;
import org.bihuan.incident.IncidentReport;
import org.bihuan.incident.OutsideDistrictException;
import org.bihuan.incident.Receipt;
import org.bihuan.incident.api.NewReport.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Reports from programs, for example a city's hotline or app, without an account; and how a report stands. */
@RestController
@RequestMapping(path = "/api/public/incidents", produces = MediaType.APPLICATION_JSON_VALUE)
class IncidentApi {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{16,32}");

    private static final Map<String, String> POINTERS =
            Map.of("description", "/description", "address", "/place/address", "phone", "/phone");

    private final IncidentIntake intake;
    private final IncidentFollowUp followUp;
    private final IncidentCatalog catalog;
    private final AuditLog audit;
    private final StrictJson json;
    private final ApiWords words;

    IncidentApi(
            IncidentIntake intake,
            IncidentFollowUp followUp,
            IncidentCatalog catalog,
            AuditLog audit,
            StrictJson json,
            ApiWords words) {
        this.intake = intake;
        this.followUp = followUp;
        this.catalog = catalog;
        this.audit = audit;
        this.json = json;
        this.words = words;
    }

    /** What the reporter needs to follow the case. */
    record Taken(String caseNumber, String trackingUrl, String statusUrl) {}

    /**
     * How a report stands; no names, no words of anybody.
     *
     * @param status name that does not change with the language
     */
    record Standing(String caseNumber, String status, String statusText, Instant reportedAt, List<Step> timeline) {}

    record Step(String type, String text, Instant at) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Taken> report(
            @RequestHeader(SendKey.HEADER) SendKey key,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType contentType,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request)
            throws HttpMediaTypeNotSupportedException {
        Charset charset = contentType.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw new HttpMediaTypeNotSupportedException(contentType, List.of(MediaType.APPLICATION_JSON));
        }
        Locale locale = ApiWords.locale(request);
        NewReport sent = json.read(body == null ? new byte[0] : body, NewReport.class, locale);
        Receipt receipt = report(key, sent, locale);
        URI standing = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/api/public/incidents/{token}")
                .build(receipt.trackingToken());
        URI page = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/t/{token}")
                .build(receipt.trackingToken());
        return ResponseEntity.created(standing)
                .body(new Taken(receipt.caseNumber().value(), page.toString(), standing.toString()));
    }

    @GetMapping("/{token}")
    Standing standing(@PathVariable String token, HttpServletRequest request) {
        Incident incident = (TOKEN.matcher(token).matches() ? followUp.find(token) : Optional.<Incident>empty())
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
        Locale locale = ApiWords.locale(request);
        List<Step> steps = audit.entriesForReporter(token).stream()
                .map(entry -> new Step(
                        entry.eventType(), words.word(locale, "event." + entry.eventType() + ".public"), entry.at()))
                .toList();
        return new Standing(
                incident.caseNumber().value(),
                incident.status().name(),
                words.word(locale, "incident.public.status." + incident.status()),
                incident.report().reportedAt(),
                steps);
    }

    private Receipt report(SendKey key, NewReport sent, Locale locale) {
        var faults = new ArrayList<FieldProblem>();
        IncidentCategory category = category(sent.category(), faults, locale);
        Place place = place(sent.place(), faults, locale);
        if (sent.description() == null) {
            faults.add(fault("/description", "missing", locale));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields(faults));
        }
        try {
            return intake.report(new IncidentReport(
                    key.value(),
                    category == null ? null : category.id(),
                    sent.description() == null ? "" : sent.description(),
                    place.longitude(),
                    place.latitude(),
                    null,
                    place.address() == null ? "" : place.address(),
                    sent.phone() == null || sent.phone().isBlank() ? null : sent.phone(),
                    List.of()));
        } catch (InvalidFormException e) {
            throw new ProblemException(Problem.badFields(e.errors().stream()
                    .map(error -> new FieldProblem(
                            POINTERS.getOrDefault(error.key(), ""),
                            error.message(locale, (name, arguments) -> words.word(locale, name, arguments))))
                    .toList()));
        } catch (OutsideDistrictException e) {
            throw new ProblemException(Problem.badFields(
                    List.of(new FieldProblem("/place", words.word(locale, "incident.place.error.outside")))));
        }
    }

    private @Nullable IncidentCategory category(@Nullable JsonNode sent, List<FieldProblem> faults, Locale locale) {
        if (sent == null || sent.isNull()) {
            return null;
        }
        if (!sent.isString() && !sent.isIntegralNumber()) {
            faults.add(fault("/category", "type", locale));
            return null;
        }
        return catalog.choices().stream()
                .filter(choice -> sent.isString()
                        ? choice.code().equals(sent.stringValue())
                        : sent.canConvertToLong() && choice.id() == sent.longValue())
                .findFirst()
                .orElseGet(() -> {
                    faults.add(fault("/category", "noCategory", locale));
                    return null;
                });
    }

    private Place place(@Nullable Place place, List<FieldProblem> faults, Locale locale) {
        if (place == null) {
            faults.add(fault("/place", "missing", locale));
            return new Place(null, null, null);
        }
        degrees("/place/longitude", place.longitude(), 180, faults, locale);
        degrees("/place/latitude", place.latitude(), 90, faults, locale);
        return place;
    }

    private void degrees(String pointer, @Nullable Double degrees, int most, List<FieldProblem> faults, Locale locale) {
        if (degrees == null) {
            faults.add(fault(pointer, "missing", locale));
        } else if (!(Math.abs(degrees) <= most)) {
            faults.add(new FieldProblem(pointer, words.word(locale, "api.field.degrees", most)));
        }
    }

    private FieldProblem fault(String pointer, String code, Locale locale) {
        return new FieldProblem(pointer, words.word(locale, "api.field." + code));
    }
}
