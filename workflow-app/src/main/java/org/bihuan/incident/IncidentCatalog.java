package org.bihuan.incident;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.bihuan.calendar.Term;
import org.bihuan.org.OrgService;
import org.bihuan.org.OrgUnit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue of incident categories: two levels, with the time for handling and the conditions of each. */
@Service
@Transactional(readOnly = true)
public class IncidentCatalog {

    /** Code of the category of reports whose reporter found none that fits. */
    static final String UNKNOWN = "00-00";

    private final IncidentCategoryMapper mapper;
    private final OrgService units;

    IncidentCatalog(IncidentCategoryMapper mapper, OrgService units) {
        this.mapper = mapper;
        this.units = units;
    }

    /** Categories that may be chosen, in the order of their codes. */
    @PreAuthorize("@rights.may('incident.category.look')")
    public List<IncidentCategory> choices() {
        return mapper.active();
    }

    /** The category with this id, also one that is no longer offered. */
    @PreAuthorize("@rights.may('incident.category.look')")
    public IncidentCategory get(long categoryId) {
        IncidentCategory category = mapper.find(categoryId);
        if (category == null) {
            throw new IllegalArgumentException("No category " + categoryId);
        }
        return category;
    }

    /** The category of reports that need the dispatcher to choose one. */
    @PreAuthorize("@rights.may('incident.category.look')")
    public IncidentCategory unknown() {
        return mapper.findByCode(UNKNOWN);
    }

    /**
     * Reads categories from CSV (UTF-8) with the columns code, class, item, keywords, term, filing_condition,
     * closing_condition, responsible_body, department_code, source; again and again without doubles.
     *
     * @return how many categories the file held
     * @throws IOException when the stream cannot be read
     * @throws IllegalArgumentException when a term is none; nothing is imported then
     */
    @Transactional
    @PreAuthorize("@rights.may('incident.category.import')")
    public int importCsv(InputStream csv) throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .get();
        List<IncidentCategory> categories;
        try (var reader = new InputStreamReader(csv, StandardCharsets.UTF_8)) {
            categories = format.parse(reader).stream().map(this::category).toList();
        }
        if (!categories.isEmpty()) {
            mapper.upsert(categories);
        }
        return categories.size();
    }

    private IncidentCategory category(CSVRecord row) {
        String term = row.get("term");
        Term.parse(term);
        return new IncidentCategory(
                0,
                row.get("code"),
                row.get("class"),
                row.get("item"),
                row.get("keywords"),
                term,
                row.get("filing_condition"),
                row.get("closing_condition"),
                row.get("responsible_body"),
                units.findByCode(row.get("department_code")).map(OrgUnit::id).orElse(null),
                row.get("source"),
                true);
    }
}
