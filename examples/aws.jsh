import dev.amis.*
import dev.amis.aws.*
import dev.amis.model.*
import dev.amis.naming.*
import dev.amis.plan.*
import dev.amis.report.*
import dev.amis.spi.*
import dev.amis.time.*
import java.time.*
var amis = AwsAmis.create()
System.out.println("amis works on AWS in " + amis.region() + ", with the credentials that the AWS CLI would use. Two lines to try, which only look:")
System.out.println("  amis.find().ownedBySelf().list()")
System.out.println("  System.out.println(amis.cleanup().named(\"WebApp-*\").keepingLatest(5).protectingInUse().plan().describe())")
