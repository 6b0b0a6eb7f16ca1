package org.bihuan.inbox.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.InboxColumn;
import org.bihuan.inbox.InboxExport;
import org.bihuan.inbox.InboxFilter;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@IntegrationTest
class ExportTest {

    @Autowired
    ListFile files;

    @Autowired
    InboxService inbox;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    InboxFixtures errands;
    Instant now;
    long post;
    long worker;

    @BeforeEach
    void prepare(@Autowired ConfigurableApplicationContext context) {
        errands = new InboxFixtures(context);
        now = clock.instant();
        post = errands.post();
        worker = errands.person("李强", post);
        InboxFixtures.signIn(worker);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void holdsTheListWithItsFilterAndTheChosenColumns() throws IOException {
        CaseNumber number = errands.start("井盖破损", null, post);
        inbox.claim(inbox.task(number, "runErrand").orElseThrow().taskId());
        errands.start("路灯不亮", null, post);
        errands.start("别人的井盖", null, errands.post());

        List<CSVRecord> rows =
                csv(ListKind.TODO, InboxFilter.ALL.withText("井盖"), EnumSet.of(InboxColumn.NUMBER, InboxColumn.HOLDER));

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().toList()).containsExactly("到期", "按期限筛选", "事项", "标记", "编号", "办理人");
        assertThat(rows.getLast().toList().subList(1, 6)).containsExactly("期限内", "井盖破损", "", number.value(), "我");
    }

    @Test
    void holdsTheOtherListsToo() throws IOException {
        CaseNumber number = errands.start("办结的", worker, post);
        String task = inbox.task(number, "runErrand").orElseThrow().taskId();
        inbox.claim(task);
        errands.complete(task);

        assertThat(csv(ListKind.DONE, InboxFilter.ALL, Set.of()))
                .hasSize(2)
                .last()
                .satisfies(row -> assertThat(row.toList()).contains(number.value(), "办结的"));
        assertThat(csv(ListKind.STARTED, InboxFilter.ALL, Set.of()))
                .hasSize(2)
                .last()
                .satisfies(row -> assertThat(row.toList()).contains(number.value(), "办结的"));
    }

    @Test
    void tellsTheRecordOfChangesWhoTookHowMuch() throws IOException {
        errands.start("井盖破损", null, post);

        csv(ListKind.TODO, InboxFilter.ALL, InboxColumn.usual());

        assertThat(jdbc.queryForList(
                        "select details from org_change where actor_id = ? and what = 'inbox.export'",
                        String.class,
                        worker))
                .containsExactly("todo, 1 rows");
    }

    @Test
    void readsPageByPageEachRowOnce() throws IOException {
        for (int i = 0; i < 1100; i++) {
            errands.item(post, "件" + i, now, now.plus(Duration.ofHours(3)), now.plus(Duration.ofHours(4)));
        }

        List<CSVRecord> rows = csv(ListKind.TODO, InboxFilter.ALL, InboxColumn.usual());

        assertThat(rows.stream().map(row -> row.get(2)).distinct()).hasSize(1101);
        assertThat(rows).hasSize(1101);
    }

    @Test
    void saysWhereItIsCut() throws IOException {
        errands.many(post, InboxExport.MOST + 1);

        List<CSVRecord> rows = csv(ListKind.TODO, InboxFilter.ALL, InboxColumn.usual());

        assertThat(rows).hasSize(1 + InboxExport.MOST + 1);
        assertThat(rows.getLast().get(0)).startsWith("只导出前 10,000 行");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+86",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "＝1+1",
                "=cmd|' /C calc'!A0",
                "=HYPERLINK(\"http://x\")"
            })
    void noCellOfACsvFileIsAFormula(String text) throws IOException {
        String cell = CsvFile.cell(text);

        assertThat(cell).startsWith("\"'");
        assertThat(CSVParser.parse(cell, CSVFormat.RFC4180)
                        .getRecords()
                        .getFirst()
                        .get(0))
                .isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"井盖", "1+1", "a=b", "SBQ-2026-000123", "", "说\"好\"", "一,二", "两\n行"})
    void otherCellsStayAsTheyAre(String text) throws IOException {
        assertThat(CSVParser.parse(CsvFile.cell(text) + ",x", CSVFormat.RFC4180)
                        .getRecords()
                        .getFirst()
                        .get(0))
                .isEqualTo(text);
    }

    @Test
    void aWorkbookHoldsTextAndNoFormula() throws Exception {
        errands.start("=1+1 井盖 <&>", null, post);

        Document sheet = sheet(write(ListKind.TODO, TableFile.Format.XLSX, InboxFilter.ALL, InboxColumn.usual()));

        assertThat(sheet.getDocumentElement().getTextContent()).contains("=1+1 井盖 <&>");
        assertThat(sheet.getElementsByTagName("f").getLength()).isZero();
        var cells = sheet.getElementsByTagName("c");
        assertThat(cells.getLength()).isPositive();
        for (int i = 0; i < cells.getLength(); i++) {
            assertThat(((Element) cells.item(i)).getAttribute("t")).isEqualTo("inlineStr");
        }
    }

    private List<CSVRecord> csv(ListKind list, InboxFilter filter, Set<InboxColumn> columns) throws IOException {
        String text = new String(write(list, TableFile.Format.CSV, filter, columns), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        return CSVParser.parse(new StringReader(text.substring(1)), CSVFormat.RFC4180)
                .getRecords();
    }

    private byte[] write(ListKind list, TableFile.Format format, InboxFilter filter, Set<InboxColumn> columns)
            throws IOException {
        var out = new ByteArrayOutputStream();
        files.write(new ListFile.Order(list, filter, columns, Locale.SIMPLIFIED_CHINESE), format, out);
        return out.toByteArray();
    }

    private static Document sheet(byte[] workbook) throws Exception {
        Path file = Files.createTempFile("inbox", ".xlsx");
        try {
            Files.write(file, workbook);
            try (var zip = new ZipFile(file.toFile())) {
                return DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")));
            }
        } finally {
            Files.delete(file);
        }
    }
}
