package org.bihuan.demo;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Names of people who do not exist, the same ones each time. No name comes twice. */
final class InventedNames {

    private static final String SURNAMES =
            "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范" + "方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文";
    private static final String GIVEN =
            "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文晓春海波雪林佳宁慧欣怡子轩雨泽昊然思琪嘉诚俊辉鹏飞立新永" + "康瑞祥淑珍凤琴云峰东亮晨光振兴学民正义少华庆丰世昌";

    private final Random random;
    private final Set<String> given = new HashSet<>();

    InventedNames(long seed) {
        random = new Random(seed);
    }

    String next() {
        String name;
        do {
            name = one(SURNAMES) + one(GIVEN) + (random.nextInt(4) == 0 ? "" : one(GIVEN));
        } while (!given.add(name));
        return name;
    }

    private String one(String from) {
        int at = random.nextInt(from.length());
        return from.substring(at, at + 1);
    }
}
