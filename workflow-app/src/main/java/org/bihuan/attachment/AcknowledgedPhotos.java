package org.bihuan.attachment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.casefile.Acknowledged;
import org.bihuan.casefile.CheckScope;
import org.bihuan.casefile.Findings;
import org.bihuan.casefile.Invariant;
import org.springframework.stereotype.Component;

/** No photo is missing that somebody was told had arrived. */
@Component
class AcknowledgedPhotos implements Invariant {

    private final PhotoCheckMapper mapper;

    AcknowledgedPhotos(PhotoCheckMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Meaning meaning() {
        return new Meaning(1, "已告知收到的照片都在", "every acknowledged photo is there");
    }

    @Override
    public void check(CheckScope scope, Findings findings) {
        Map<String, Long> told = scope.acknowledged().stream()
                .filter(act -> act.kind() == Acknowledged.Kind.PHOTO)
                .collect(Collectors.groupingBy(Acknowledged::caseNumber, Collectors.counting()));
        List<String> numbers = new ArrayList<>(told.keySet());
        for (int from = 0; from < numbers.size(); from += PAGE) {
            List<String> page = numbers.subList(from, Math.min(from + PAGE, numbers.size()));
            Map<String, Long> kept = mapper.amounts(page).stream()
                    .collect(Collectors.toMap(PhotoCheckMapper.Amount::caseNumber, PhotoCheckMapper.Amount::amount));
            page.stream()
                    .filter(number -> kept.getOrDefault(number, 0L) < told.get(number))
                    .forEach(findings::add);
        }
    }
}
