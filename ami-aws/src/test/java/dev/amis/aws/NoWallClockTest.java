package dev.amis.aws;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.amis.house.AllClasses;
import dev.amis.house.TimeRules;

@AnalyzeClasses(locations = AllClasses.class)
class NoWallClockTest {

    @ArchTest
    static final ArchTests TIME_IS_INJECTED = ArchTests.in(TimeRules.class);
}
