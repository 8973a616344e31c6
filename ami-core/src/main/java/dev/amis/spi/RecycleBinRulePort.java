package dev.amis.spi;

import java.util.List;

/**
 * The rules of the Recycle Bin in one Region, a service of its own ({@code rbin}).
 */
public interface RecycleBinRulePort {

    /**
     * Calls {@code ListRules} and {@code GetRule} for each.
     *
     * @return the rules in force
     * @throws dev.amis.error.AccessDeniedException if the caller may not read them
     */
    List<RecycleBinRule> listRules();
}
