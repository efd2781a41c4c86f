import { Service } from "electrodb"
import { AccessTokenEntity } from "../access-token/access-token.entity"
import { AuditEntity } from "../audit/audit.entity"
import { BookmarkEntity } from "../bookmark/bookmark.entity"
import { InvalidationEntity } from "../cdn/invalidation.entity"
import {
  CommentEditEntity,
  CommentEntity,
  CommentLikeEntity,
  CommentPlaceEntity,
  ReplyEntity,
} from "../comment/comment.entity"
import { config } from "../config"
import { CostDayEntity } from "../cost/cost.entity"
import { DraftEntity } from "../draft/draft.entity"
import { DrillEntity } from "../drill/drill.entity"
import { EmergencyEntity } from "../emergency/emergency.entity"
import { FeedRowEntity, TrendEntity, TrendOfPostEntity } from "../feed/feed.entity"
import { FollowEntity, LargeFollowEntity } from "../follow/follow.entity"
import { IdempotencyEntity } from "../idempotency/idempotency.entity"
import { AccountEntity } from "../identity/identity.entity"
import { IncidentEntity, IncidentEventEntity, IncidentNoticeEntity } from "../incident/incident.entity"
import { LikeEntity } from "../like/like.entity"
import { LimitEntity } from "../limit/limit.entity"
import {
  NotificationEntity,
  NotificationMarkEntity,
  NotificationPartEntity,
  NotificationSettingsEntity,
} from "../notification/notification.entity"
import { PhotoEntity, PhotoGoneEntity, PhotoHashEntity, QuotaEntity } from "../photo/photo.entity"
import { AudienceSweepEntity, PostCountEntity, PostEditEntity, PostEntity } from "../post/post.entity"
import { RelationEntity } from "../relation/relation.entity"
import { ReleaseEntity } from "../release/release.entity"
import { SearchPersonEntity, SearchPostEntity, SearchTagEntity } from "../search/search.entity"
import { SessionEntity } from "../session/session.entity"
import { TagEntity, TagFollowEntity, TagRowEntity } from "../tag/tag.entity"
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
      account: AccountEntity,
      accessToken: AccessTokenEntity,
      oneTimeToken: TokenEntity,
      photo: PhotoEntity,
      photoGone: PhotoGoneEntity,
      photoHash: PhotoHashEntity,
      quota: QuotaEntity,
      draft: DraftEntity,
      post: PostEntity,
      postCount: PostCountEntity,
      postEdit: PostEditEntity,
      audienceSweep: AudienceSweepEntity,
      invalidation: InvalidationEntity,
      follow: FollowEntity,
      largeFollow: LargeFollowEntity,
      relation: RelationEntity,
      like: LikeEntity,
      bookmark: BookmarkEntity,
      comment: CommentEntity,
      reply: ReplyEntity,
      commentPlace: CommentPlaceEntity,
      commentEdit: CommentEditEntity,
      commentLike: CommentLikeEntity,
      feedRow: FeedRowEntity,
      trend: TrendEntity,
      trendOfPost: TrendOfPostEntity,
      tag: TagEntity,
      tagRow: TagRowEntity,
      tagFollow: TagFollowEntity,
      notification: NotificationEntity,
      notificationPart: NotificationPartEntity,
      notificationMark: NotificationMarkEntity,
      notificationSettings: NotificationSettingsEntity,
      searchPost: SearchPostEntity,
      searchPerson: SearchPersonEntity,
      searchTag: SearchTagEntity,
      rateLimit: LimitEntity,
      idempotency: IdempotencyEntity,
      release: ReleaseEntity,
      drill: DrillEntity,
      audit: AuditEntity,
      incident: IncidentEntity,
      incidentEvent: IncidentEventEntity,
      incidentNotice: IncidentNoticeEntity,
      costDay: CostDayEntity,
      emergency: EmergencyEntity,
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
