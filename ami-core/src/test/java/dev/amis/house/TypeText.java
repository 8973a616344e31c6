package dev.amis.house;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes types as source code does, with the JDK's packages left out. */
final class TypeText {

    private TypeText() {}

    static String of(Type type) {
        if (type instanceof Class<?> plain) {
            return plain.isArray() ? of(plain.getComponentType()) + "[]" : name(plain);
        }
        if (type instanceof ParameterizedType generic) {
            return of(generic.getRawType()) + list("<", generic.getActualTypeArguments(), ">");
        }
        if (type instanceof GenericArrayType array) {
            return of(array.getGenericComponentType()) + "[]";
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getLowerBounds().length > 0
                    ? "? super " + of(wildcard.getLowerBounds()[0])
                    : bounded("?", wildcard.getUpperBounds());
        }
        return type.getTypeName();
    }

    /** The types between two marks, or nothing when there are none. */
    static String list(String before, Type[] types, String after) {
        return types.length == 0
                ? ""
                : Arrays.stream(types).map(TypeText::of).collect(Collectors.joining(", ", before, after));
    }

    /** The declaration of type variables, or nothing when there are none. */
    static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(variable -> bounded(variable.getName(), variable.getBounds()))
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    static String name(Class<?> type) {
        String name = type.isPrimitive() ? type.getName() : String.valueOf(type.getCanonicalName());
        return name.startsWith("java.") ? name.substring(type.getPackageName().length() + 1) : name;
    }

    private static String bounded(String name, Type[] bounds) {
        boolean unbounded = bounds.length == 0 || bounds[0] == Object.class;
        return unbounded
                ? name
                : name + " extends " + Arrays.stream(bounds).map(TypeText::of).collect(Collectors.joining(" & "));
    }
}
