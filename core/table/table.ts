import { Service } from "electrodb"
import { config } from "../config"
import { DraftEntity } from "../draft/draft.entity"
import { IdempotencyEntity } from "../idempotency/idempotency.entity"
import { LimitEntity } from "../limit/limit.entity"
import { PhotoEntity, PhotoGoneEntity, PhotoHashEntity, QuotaEntity } from "../photo/photo.entity"
import { PostCountEntity, PostEntity } from "../post/post.entity"
import { SessionEntity } from "../session/session.entity"
import { TokenEntity } from "../token/token.entity"
import { EmailEntity, HandleEntity, UserCountEntity, UserEntity } from "../user/user.entity"
import { dynamo } from "./client"

const bind = () =>
  new Service(
    {
      user: UserEntity,
      userCount: UserCountEntity,
      handle: HandleEntity,
      email: EmailEntity,
      session: SessionEntity,
      oneTimeToken: TokenEntity,
      photo: PhotoEntity,
      photoGone: PhotoGoneEntity,
      photoHash: PhotoHashEntity,
      quota: QuotaEntity,
      draft: DraftEntity,
      post: PostEntity,
      postCount: PostCountEntity,
      rateLimit: LimitEntity,
      idempotency: IdempotencyEntity,
    },
    { client: dynamo, table: config.tableName },
  )

let bound: ReturnType<typeof bind> | undefined

/** All entities, bound to the one table when it is first needed. */
export function table() {
  bound ??= bind()
  return bound.entities
}

/** The service itself, for transactions. */
export function service() {
  table()
  return bound as ReturnType<typeof bind>
}
