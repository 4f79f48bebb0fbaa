package org.memcensus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CMakeValueTest {
    @Test
    void what_is_appended_stands_behind_also_a_second_time() {
        CMakeValue value = new CMakeValue("a.c;b.c");
        value.append("a.c");
        value.append("");
        value.append("c.c;d.c");
        assertEquals("a.c;b.c;a.c;c.c;d.c", value.text());
    }

    @Test
    void what_is_added_stands_there_once() {
        CMakeValue value = new CMakeValue("a.c;b.c;a.c");
        value.add("b.c;c.c");
        value.add("c.c");
        assertEquals("a.c;b.c;c.c", value.text());
    }

    @Test
    void both_ways_to_grow_may_follow_each_other() {
        CMakeValue value = new CMakeValue("");
        value.append("a.c");
        value.add("a.c;b.c");
        value.append("b.c");
        assertEquals("a.c;b.c;b.c", value.text());
        value.add("c.c");
        assertEquals("a.c;b.c;c.c", value.text());
    }

    @Test
    void an_empty_value_has_no_item_before_the_first() {
        CMakeValue value = new CMakeValue("");
        value.add("a.c");
        assertEquals("a.c", value.text());
    }

    @Test
    void it_never_grows_beyond_its_limit() {
        CMakeValue value = new CMakeValue("x".repeat(CMakeValue.MAX - 3));
        value.append("yyyyyyyy");
        value.append("z");
        assertEquals(CMakeValue.MAX, value.text().length());
        CMakeValue united = new CMakeValue("x".repeat(CMakeValue.MAX - 3));
        united.add("yyyyyyyy");
        united.add("z");
        assertEquals(CMakeValue.MAX, united.text().length());
    }
}
