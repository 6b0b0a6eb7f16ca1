package org.bihuan.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.bihuan.WebTest;
import org.bihuan.idempotency.SendKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs outside may do, tried over HTTP. */
@WebTest
class IncidentApiTest {

    private static final String PATH = "/api/public/incidents";

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping doors;

    private final HttpClient client = HttpClient.newHttpClient();
    private IncidentFixtures people;

    @BeforeEach
    void aDistrict() {
        people = IncidentFixtures.create(jdbc, transaction);
    }

    @Nested
    class Report {

        @Test
        void makesACaseAndGivesItsNumberAndLinks() throws Exception {
            var answer = post(key(), body("楼下垃圾成堆,𠮷㐂😀"));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            JsonNode taken = json(answer);
            assertThat(taken.propertyNames()).containsExactlyInAnyOrder("caseNumber", "trackingUrl", "statusUrl");
            assertThat(taken.get("trackingUrl").asString()).contains("/t/");
            assertThat(answer.headers().firstValue("Location"))
                    .contains(taken.get("statusUrl").asString());
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(jdbc.queryForMap(
                            "select description, phone, unit_id, category_id from incident where case_number = ?",
                            taken.get("caseNumber").asString()))
                    .containsEntry("description", "楼下垃圾成堆,𠮷㐂😀")
                    .containsEntry("phone", "13800001234")
                    .containsEntry("unit_id", people.grid)
                    .containsEntry("category_id", people.category);
        }

        @Test
        void takesTheCodeOfACategoryAndNone() throws Exception {
            assertThat(post(key(), place("\"category\": \"00-00\", \"description\": \"不知道是什么\""))
                            .statusCode())
                    .isEqualTo(201);
            assertThat(post(key(), place("\"description\": \"不知道是什么\"")).statusCode())
                    .isEqualTo(201);
        }

        @Test
        void givesTheFirstAnswerToARepetition() throws Exception {
            String key = key();
            var first = post(key, body("楼下垃圾成堆"));
            var again = post(key, body("楼下垃圾成堆"));

            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(people.count("select count(*) from incident where unit_id = ?", people.grid))
                    .isOne();
        }

        @Test
        void refusesOtherContentUnderTheSameKey() throws Exception {
            String key = key();
            post(key, body("楼下垃圾成堆"));

            var other = post(key, body("楼上漏水不止"));

            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(json(other).get("type").asString()).isEqualTo("urn:bihuan:problem:otherContent");
            assertThat(people.count("select count(*) from incident where unit_id = ?", people.grid))
                    .isOne();
        }

        @Test
        void letsTwinsWaitForTheFirstAnswer() throws Exception {
            String key = key();
            String body = body("楼下垃圾成堆");
            Callable<HttpResponse<String>> send = () -> post(key, body);

            var answers = new HashSet<String>();
            try (var threads = Executors.newFixedThreadPool(6)) {
                for (var answer : threads.invokeAll(java.util.Collections.nCopies(6, send))) {
                    answers.add(answer.get().statusCode() + answer.get().body());
                }
            }

            assertThat(answers).hasSize(1).allMatch(answer -> answer.startsWith("201"));
            assertThat(people.count("select count(*) from incident where unit_id = ?", people.grid))
                    .isOne();
        }

        @Test
        void leavesTheKeyFreeWhenTheContentWasBad() throws Exception {
            String key = key();
            assertThat(post(key, body("短")).statusCode()).isEqualTo(400);

            assertThat(post(key, body("楼下垃圾成堆")).statusCode()).isEqualTo(201);
        }

        @Test
        void makesNoSessionAndHonoursNone() throws Exception {
            var answer = client.send(
                    request(PATH)
                            .header("Idempotency-Key", key())
                            .header("Content-Type", "application/json")
                            .header("Cookie", "JSESSIONID=0123456789ABCDEF")
                            .POST(BodyPublishers.ofString(body("楼下垃圾成堆")))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }

        @Test
        void namesTheFieldInTheLanguageAskedFor() throws Exception {
            var english = client.send(
                    request(PATH)
                            .header("Idempotency-Key", key())
                            .header("Content-Type", "application/json")
                            .header("Accept-Language", "en-GB, zh;q=0.5")
                            .POST(BodyPublishers.ofString(body("短")))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var chinese = post(key(), body("短"));

            assertThat(json(english).get("title").asString()).isEqualTo("Some fields are not fit");
            assertThat(json(english).at("/errors/0/pointer").asString()).isEqualTo("/description");
            assertThat(json(english).at("/errors/0/detail").asString())
                    .isNotBlank()
                    .matches("\\p{ASCII}+");
            assertThat(json(chinese).at("/errors/0/detail").asString()).isEqualTo("至少写 5 个字,现在 1 个");
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class BadRequests {

        @ParameterizedTest(name = "{0}")
        @MethodSource("bodies")
        void withABadBodyAreRefusedAndNameTheField(String name, String body, String code, @Nullable String pointer)
                throws Exception {
            var answer = post(key(), filled(body));

            refused(answer, 400, code);
            if (pointer != null) {
                assertThat(json(answer).get("errors"))
                        .as(answer.body())
                        .anyMatch(error -> error.get("pointer").asString().equals(pointer));
            }
            assertThat(people.count("select count(*) from incident where unit_id = ?", people.grid))
                    .isZero();
        }

        static Stream<Arguments> bodies() {
            String good = "\"description\": \"楼下垃圾成堆\"";
            String place = "\"place\": {\"longitude\": WEST, \"latitude\": SOUTH, \"address\": \"1 号楼\"}";
            return Stream.of(
                    arguments("nothing", "", "badJson", null),
                    arguments("blanks", "  \n", "badJson", null),
                    arguments("null", "null", "badJson", null),
                    arguments("a word", "hello", "badJson", null),
                    arguments("cut off", "{" + good, "badJson", null),
                    arguments("comma at the end", "{" + good + ",}", "badJson", null),
                    arguments("comment", "{/* x */" + good + "}", "badJson", null),
                    arguments("single quotes", "{'description': 'x'}", "badJson", null),
                    arguments("something after it", "{" + good + "," + place + "} {}", null, null),
                    arguments("byte order mark", "\uFEFF{" + good + "," + place + "}", "badJson", null),
                    arguments("nested too deep", "[".repeat(5000), null, null),
                    arguments("a list", "[{" + good + "," + place + "}]", "badField", ""),
                    arguments("an empty list", "[]", "badField", ""),
                    arguments("a text", "\"\"", "badField", ""),
                    arguments("a number", "7", "badField", ""),
                    arguments("nothing in it", "{}", "badField", "/place"),
                    arguments("no description", "{" + place + "}", "badField", "/description"),
                    arguments("description null", "{\"description\": null," + place + "}", "badField", "/description"),
                    arguments(
                            "description a number",
                            "{\"description\": 12345," + place + "}",
                            "badField",
                            "/description"),
                    arguments("description true", "{\"description\": true," + place + "}", "badField", "/description"),
                    arguments(
                            "description a list",
                            "{\"description\": [\"楼下垃圾成堆\"]," + place + "}",
                            "badField",
                            "/description"),
                    arguments(
                            "description an object", "{\"description\": {}," + place + "}", "badField", "/description"),
                    arguments("description empty", "{\"description\": \"\"," + place + "}", "badField", "/description"),
                    arguments(
                            "description blank",
                            "{\"description\": \"     　 \"," + place + "}",
                            "badField",
                            "/description"),
                    arguments(
                            "description short",
                            "{\"description\": \"𠮷𠮷𠮷𠮷\"," + place + "}",
                            "badField",
                            "/description"),
                    arguments(
                            "description long",
                            "{\"description\": \"" + "𠮷".repeat(2001) + "\"," + place + "}",
                            "badField",
                            "/description"),
                    arguments("NUL", "{\"description\": \"楼下垃圾\\u0000成堆\"," + place + "}", "badField", "/description"),
                    arguments("bare NUL", "{\"description\": \"楼下垃圾\u0000成堆\"," + place + "}", "badJson", null),
                    arguments(
                            "half a character",
                            "{\"description\": \"楼下垃圾成堆\\ud842\"," + place + "}",
                            "badField",
                            "/description"),
                    arguments("bad escape", "{\"description\": \"楼下垃圾成堆\\x41\"," + place + "}", "badJson", null),
                    arguments("no place", "{" + good + "}", "badField", "/place"),
                    arguments("place null", "{" + good + ",\"place\": null}", "badField", "/place"),
                    arguments("place a text", "{" + good + ",\"place\": \"1 号楼\"}", "badField", "/place"),
                    arguments("place an empty text", "{" + good + ",\"place\": \"\"}", "badField", "/place"),
                    arguments("place a list", "{" + good + ",\"place\": [120, 36]}", "badField", "/place"),
                    arguments("place empty", "{" + good + ",\"place\": {}}", "badField", "/place/longitude"),
                    arguments(
                            "no latitude",
                            "{" + good + ",\"place\": {\"longitude\": WEST}}",
                            "badField",
                            "/place/latitude"),
                    arguments(
                            "longitude a text",
                            "{" + good + ",\"place\": {\"longitude\": \"120.3\", \"latitude\": SOUTH}}",
                            "badField",
                            "/place/longitude"),
                    arguments(
                            "longitude an empty text",
                            "{" + good + ",\"place\": {\"longitude\": \"\", \"latitude\": SOUTH}}",
                            "badField",
                            "/place/longitude"),
                    arguments(
                            "longitude NaN",
                            "{" + good + ",\"place\": {\"longitude\": \"NaN\", \"latitude\": SOUTH}}",
                            "badField",
                            "/place/longitude"),
                    arguments(
                            "bare NaN",
                            "{" + good + ",\"place\": {\"longitude\": NaN, \"latitude\": SOUTH}}",
                            "badJson",
                            null),
                    arguments(
                            "longitude true",
                            "{" + good + ",\"place\": {\"longitude\": true, \"latitude\": SOUTH}}",
                            "badField",
                            "/place/longitude"),
                    arguments(
                            "longitude too large",
                            "{" + good + ",\"place\": {\"longitude\": 180.0000001, \"latitude\": SOUTH}}",
                            "badField",
                            "/place/longitude"),
                    arguments(
                            "longitude too small",
                            "{" + good + ",\"place\": {\"longitude\": -180.0000001, \"latitude\": SOUTH}}",
                            "badField",
                            "/place/longitude"),
                    arguments(
                            "latitude too large",
                            "{" + good + ",\"place\": {\"longitude\": WEST, \"latitude\": 90.0000001}}",
                            "badField",
                            "/place/latitude"),
                    arguments(
                            "longitude infinite",
                            "{" + good + ",\"place\": {\"longitude\": 1e999, \"latitude\": SOUTH}}",
                            "badField",
                            "/place/longitude"),
                    arguments(
                            "a number of many digits",
                            "{" + good + ",\"place\": {\"longitude\": " + "9".repeat(2000) + ", \"latitude\": SOUTH}}",
                            null,
                            null),
                    arguments(
                            "longitude at its limit, outside",
                            "{" + good + ",\"place\": {\"longitude\": -180, \"latitude\": -90}}",
                            "badField",
                            "/place"),
                    arguments(
                            "address a number",
                            "{" + good + ",\"place\": {\"longitude\": WEST, \"latitude\": SOUTH, \"address\": 7}}",
                            "badField",
                            "/place/address"),
                    arguments(
                            "address long",
                            "{" + good + ",\"place\": {\"longitude\": WEST, \"latitude\": SOUTH, \"address\": \""
                                    + "号".repeat(201) + "\"}}",
                            "badField",
                            "/place/address"),
                    arguments(
                            "address of two lines",
                            "{" + good
                                    + ",\"place\": {\"longitude\": WEST, \"latitude\": SOUTH, \"address\": \"1\\n2\"}}",
                            "badField",
                            "/place/address"),
                    arguments(
                            "unknown field",
                            "{" + good + "," + place + ",\"status\": \"CLOSED\"}",
                            "badField",
                            "/status"),
                    arguments(
                            "unknown field with odd name",
                            "{" + good + "," + place + ",\"a/b~c\": 1}",
                            "badField",
                            "/a~1b~0c"),
                    arguments(
                            "unknown field in place",
                            "{" + good + ",\"place\": {\"longitude\": WEST, \"latitude\": SOUTH, \"unitId\": 1}}",
                            "badField",
                            "/place/unitId"),
                    arguments(
                            "mass assignment: handler",
                            "{" + good + "," + place + ",\"handlerId\": 1}",
                            "badField",
                            "/handlerId"),
                    arguments(
                            "mass assignment: key",
                            "{" + good + "," + place + ",\"submissionKey\": \"x\"}",
                            "badField",
                            "/submissionKey"),
                    arguments(
                            "mass assignment: photos",
                            "{" + good + "," + place + ",\"photos\": []}",
                            "badField",
                            "/photos"),
                    arguments(
                            "other capitals",
                            "{\"Description\": \"楼下垃圾成堆\"," + place + "}",
                            "badField",
                            "/Description"),
                    arguments("field twice", "{" + good + "," + good + "," + place + "}", "badField", "/description"),
                    arguments(
                            "field twice in place",
                            "{" + good + ",\"place\": {\"longitude\": 1, \"longitude\": 2, \"latitude\": SOUTH}}",
                            "badField",
                            "/place/longitude"),
                    arguments(
                            "category unknown",
                            "{\"category\": \"99-99\"," + good + "," + place + "}",
                            "badField",
                            "/category"),
                    arguments(
                            "category id unknown",
                            "{\"category\": -1," + good + "," + place + "}",
                            "badField",
                            "/category"),
                    arguments(
                            "category id without end",
                            "{\"category\": 99999999999999999999999," + good + "," + place + "}",
                            "badField",
                            "/category"),
                    arguments(
                            "category a fraction",
                            "{\"category\": 1.5," + good + "," + place + "}",
                            "badField",
                            "/category"),
                    arguments(
                            "category an object",
                            "{\"category\": {\"id\": 1}," + good + "," + place + "}",
                            "badField",
                            "/category"),
                    arguments(
                            "phone no phone",
                            "{\"phone\": \"call me\"," + good + "," + place + "}",
                            "badField",
                            "/phone"),
                    arguments(
                            "phone a number",
                            "{\"phone\": 13800001234," + good + "," + place + "}",
                            "badField",
                            "/phone"),
                    arguments(
                            "phone long",
                            "{\"phone\": \"" + "1".repeat(100) + "\"," + good + "," + place + "}",
                            "badField",
                            "/phone"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "short",
                    "has blank in the middle of it",
                    "0123456789012345678901234567890123456789012345678901234567890123456789"
                })
        void withABadKeyAreRefused(String key) throws Exception {
            refused(post(key, body("楼下垃圾成堆")), 400, "keyInvalid");
        }

        @Test
        void withTwoKeysAreRefused() throws Exception {
            var answer = client.send(
                    request(PATH)
                            .header("Idempotency-Key", key())
                            .header("Idempotency-Key", key())
                            .POST(BodyPublishers.ofString(body("楼下垃圾成堆")))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            refused(answer, 400, "keyInvalid");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "text/plain",
                    "application/xml",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "application/json; charset=GBK",
                    "application/json; charset=UTF-16",
                    "application/json; charset=nonsense",
                    "nonsense"
                })
        void ofAnotherTypeAreRefused(String type) throws Exception {
            refused(post(key(), body("楼下垃圾成堆"), type), 415, "mediaType");
        }

        @Test
        void withoutATypeAreRefused() throws Exception {
            var answer = client.send(
                    request(PATH)
                            .header("Idempotency-Key", key())
                            .POST(BodyPublishers.ofString(body("楼下垃圾成堆")))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            refused(answer, 415, "mediaType");
        }

        @ParameterizedTest
        @ValueSource(strings = {"GBK", "UTF-16", "ISO-8859-15"})
        void inAnotherCharsetThanTheySayAreRefused(String charset) throws Exception {
            String text = charset.startsWith("ISO") ? "{\"description\": \"caf\u00e9 on fire\"}" : body("楼下垃圾成堆");

            var answer = post(key(), text.getBytes(Charset.forName(charset)), "application/json");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(json(answer).get("type").asString()).containsAnyOf("notUtf8", "badJson");
        }

        @Test
        void withOverlongUtf8AreRefused() throws Exception {
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes("{\"description\": \"".getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(new byte[] {(byte) 0xC0, (byte) 0x80});
            bytes.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));

            refused(post(key(), bytes.toByteArray(), "application/json"), 400, "notUtf8");
        }

        @Test
        void thatAreTooLargeAreRefused() throws Exception {
            refused(post(key(), body("垃".repeat(30_000))), 413, "tooLarge");
        }

        @Test
        void thatAreTooLargeWithoutSayingSoAreRefused() throws Exception {
            byte[] large = body("垃".repeat(30_000)).getBytes(StandardCharsets.UTF_8);
            var answer = client.send(
                    request(PATH)
                            .header("Idempotency-Key", key())
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            refused(answer, 413, "tooLarge");
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE"})
        void byAnotherMethodAreRefused(String method) throws Exception {
            var answer = client.send(
                    request(PATH).method(method, BodyPublishers.noBody()).build(),
                    HttpResponse.BodyHandlers.ofString());

            refused(answer, 405, "method");
            assertThat(answer.headers().firstValue("Allow").orElse("")).contains("POST");
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET", "PUT", "DELETE"})
        void inDisguiseAreWhatTheySeem(String method) throws Exception {
            var answer = client.send(
                    request(PATH)
                            .header("Idempotency-Key", key())
                            .header("Content-Type", "application/json")
                            .header("X-HTTP-Method-Override", method)
                            .POST(BodyPublishers.ofString(body("楼下垃圾成堆")))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(201);
        }

        @Test
        void thatWantAnotherFormatAreRefused() throws Exception {
            var answer = client.send(
                    request(PATH + "/AAAAAAAAAAAAAAAAAAAAAA")
                            .header("Accept", "application/xml")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            refused(answer, 406, "notAcceptable");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/AAAAAAAAAAAAAAAAAAAAAA",
                    "/x",
                    "/%E4%BA%8B",
                    "/AAAAAAAAAAAAAAAAAAAAA'",
                    "/AAAAAAAAAAAAAAAAAAAAAA/photos",
                    "s"
                })
        void forWhatIsNotThereAreToldSo(String path) throws Exception {
            refused(client.send(request(PATH + path).build(), HttpResponse.BodyHandlers.ofString()), 404, "notFound");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/api", "/api/", "/api/incidents", "/api/v1/staff"})
        void forWhatIsClosedAreToldThatItIsNotThere(String path) throws Exception {
            var answer = client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(404);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "POST /api/public/incidents HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                    "POST /api/public/incidents HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
                    "POST /api/public/incidents HTTP/1.1\r\n\r\n",
                    "GET /api/public/incidents/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /api/public/incidents/../../../incidents HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /api/public/incidents/%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /api/public//incidents;a=b HTTP/1.1\r\nHost: x\r\n\r\n",
                    "GET /api/public/incidents/<script> HTTP/1.1\r\nHost: x\r\n\r\n",
                    "TRACE /api/public/incidents HTTP/1.1\r\nHost: x\r\n\r\n",
                    "BREW /api/public/incidents HTTP/1.1\r\nHost: x\r\n\r\n",
                    "nonsense\r\n\r\n"
                })
        void thatAreNoProperHttpGetNoServerError(String raw) throws Exception {
            try (var socket = new Socket("localhost", port)) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream().write(raw.getBytes(StandardCharsets.ISO_8859_1));
                byte[] head = socket.getInputStream().readNBytes(12);

                assertThat(new String(head, StandardCharsets.US_ASCII)).matches("HTTP/1\\.1 4\\d\\d");
            }
        }

        private void refused(HttpResponse<String> answer, int status, @Nullable String code) throws Exception {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            JsonNode problem = json(answer);
            if (code != null) {
                assertThat(problem.get("type").asString()).as(answer.body()).isEqualTo("urn:bihuan:problem:" + code);
            }
            assertThat(problem.get("status").asInt()).isEqualTo(status);
            assertThat(problem.get("title").asString()).isNotBlank().doesNotContain("api.");
            assertThat(problem.get("detail").asString()).isNotBlank().doesNotContain("api.", "org.", "Exception");
        }
    }

    @Nested
    class Status {

        @Test
        void showsStateAndStepsAndNothingAboutPeople() throws Exception {
            JsonNode taken = json(post(key(), body("楼下垃圾成堆,张三报")));
            String status = URI.create(taken.get("statusUrl").asString()).getPath();

            var answer = client.send(request(status).build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode standing = json(answer);
            assertThat(standing.get("caseNumber")).isEqualTo(taken.get("caseNumber"));
            assertThat(standing.get("status").asString()).isEqualTo("ASSIGNED");
            assertThat(standing.get("statusText").asString()).isEqualTo("已安排,等待处理");
            var types = new ArrayList<String>();
            standing.get("timeline").forEach(step -> types.add(step.get("type").asString()));
            assertThat(types).containsExactly("incident.reported", "incident.dispatched");
            assertThat(answer.body()).doesNotContain("张三", "138", "王一", "王二", "网格", "号楼");
        }
    }

    @Nested
    class Doors {

        @Test
        void belowApiDemandAKeyForEveryPost() throws Exception {
            List<Map.Entry<RequestMappingInfo, HandlerMethod>> posts = doors.getHandlerMethods().entrySet().stream()
                    .filter(door -> door.getKey().getPatternValues().stream().anyMatch(path -> path.startsWith("/api")))
                    .filter(door -> door.getKey()
                                    .getMethodsCondition()
                                    .getMethods()
                                    .isEmpty()
                            || door.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
                    .toList();

            assertThat(posts).isNotEmpty();
            for (var door : posts) {
                assertThat(door.getValue().getMethod().getParameterTypes())
                        .as("%s uses the key", door.getValue())
                        .contains(SendKey.class);
                for (String path : door.getKey().getPatternValues()) {
                    var answer = client.send(
                            request(path.replaceAll("\\{[^}]*}", "x"))
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
                    assertThat(answer.statusCode()).as(path).isEqualTo(400);
                    assertThat(json(answer).get("type").asString()).isEqualTo("urn:bihuan:problem:keyMissing");
                }
            }
        }
    }

    private String body(String description) {
        return place("\"category\": %d, \"phone\": \"13800001234\", \"description\": \"%s\""
                .formatted(people.category, description));
    }

    private String place(String others) {
        return filled("{" + others + ", \"place\": {\"longitude\": WEST, \"latitude\": SOUTH, \"address\": \"1 号楼\"}}");
    }

    private String filled(String body) {
        return body.replace("WEST", String.valueOf(people.west + 0.05))
                .replace("SOUTH", String.valueOf(people.south + 0.05));
    }

    private HttpResponse<String> post(String key, String body) throws Exception {
        return post(key, body, "application/json");
    }

    private HttpResponse<String> post(String key, String body, String type) throws Exception {
        return post(key, body.getBytes(StandardCharsets.UTF_8), type);
    }

    private HttpResponse<String> post(String key, byte[] body, String type) throws Exception {
        return client.send(
                request(PATH)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
