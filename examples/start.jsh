import dev.amis.*
import dev.amis.model.*
import dev.amis.naming.*
import dev.amis.plan.*
import dev.amis.report.*
import dev.amis.spi.*
import dev.amis.testing.*
import dev.amis.time.*
import java.time.*
var aws = InMemoryAws.estate()
var amis = Amis.using(aws)
System.out.println("aws is an account in memory, amis works on it. Three lines to try:")
System.out.println("  amis.find().ownedBySelf().named(\"WebApp-*\").latest()")
System.out.println("  amis.create(\"try-1.0.0\").fromInstance(aws.runInstance()).start().await()")
System.out.println("  System.out.println(amis.cleanup().named(\"WebApp-*\").keepingLatest(5).protectingInUse().plan().describe())")
