package org.bihuan.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.bihuan.casefile.PersonalNumbers;
import org.bihuan.engine.EngineCheckMapper.Text;
import org.springframework.stereotype.Component;

/** Case data stay in our tables; what belongs to a person never gets into the engine's. */
@Component
class NoPersonalNumbersInEngine implements Invariant {

    private final Map<String, BiFunction<String, Integer, List<Text>>> tables = new LinkedHashMap<>();

    NoPersonalNumbersInEngine(EngineCheckMapper mapper) {
        tables.put("ACT_RU_VARIABLE", mapper::variablesAfter);
        tables.put("ACT_HI_VARINST", mapper::oldVariablesAfter);
        tables.put("ACT_HI_DETAIL", mapper::detailsAfter);
        tables.put("ACT_HI_COMMENT", mapper::commentsAfter);
        tables.put("ACT_HI_TASKINST", mapper::tasksAfter);
        tables.put("ACT_HI_JOB_LOG", mapper::jobErrorsAfter);
        tables.put("ACT_GE_BYTEARRAY", mapper::bytesAfter);
    }

    @Override
    public Meaning meaning() {
        return new Meaning(12, "引擎表中没有明文身份证号或手机号", "no plain identity or mobile number in the engine's tables");
    }

    @Override
    public void check(CheckScope scope, Findings findings) {
        tables.forEach((table, pages) -> {
            List<Text> page = pages.apply("", PAGE);
            while (!page.isEmpty()) {
                page.stream()
                        .filter(row -> PersonalNumbers.in(row.text()))
                        .forEach(row -> findings.add(table + " " + row.id()));
                page = pages.apply(page.getLast().id(), PAGE);
            }
        });
    }
}
